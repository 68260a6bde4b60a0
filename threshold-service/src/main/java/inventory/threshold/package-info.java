/**
 * threshold-service: imports restock thresholds from files. Start reading at {@code
 * domain.ThresholdImport}.
 */
package inventory.threshold;
