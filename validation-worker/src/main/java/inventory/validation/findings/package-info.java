/** The findings of a run: which are new, and the list of them. */
package inventory.validation.findings;
