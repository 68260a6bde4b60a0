/** Decisions on record. */
package inventory.reporting.domain.audit;
