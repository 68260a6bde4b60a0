/**
 * The use case of threshold-service: sets the thresholds of a file, except those that a newer file
 * has set. Plain Java; dependencies are ports.
 */
package inventory.threshold.domain;
