/** Findings of the validation that people have accepted. */
package inventory.model.finding;
