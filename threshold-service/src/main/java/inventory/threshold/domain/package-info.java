/**
 * The use case of threshold-service: a file in, each of its thresholds set, unless a newer file has
 * set it. Plain Java; what it needs of the world stands here as ports.
 */
package inventory.threshold.domain;
