/** Thresholds, and what people decide about them. */
package inventory.reporting.domain.thresholds;
