/**
 * threshold-service: threshold files in, restock thresholds out. Start reading at {@code
 * domain.ThresholdImport}.
 */
package inventory.threshold;
