/**
 * Generates inventory files, counts, thresholds and events from a seed (requirement E4), and
 * computes what the system must report about them.
 */
package inventory.launcher.generate;
