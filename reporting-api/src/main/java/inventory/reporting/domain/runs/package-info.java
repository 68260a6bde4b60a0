/** Validation runs. */
package inventory.reporting.domain.runs;
