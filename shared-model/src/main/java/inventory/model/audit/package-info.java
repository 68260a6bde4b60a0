/** Decisions on record: who decided what, when and why. */
package inventory.model.audit;
