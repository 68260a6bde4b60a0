/**
 * threshold-service: threshold files in, restock thresholds out. Start reading at {@code
 * domain.ThresholdIntake}.
 */
package inventory.threshold;
