/**
 * Makes inventory files, counts, thresholds and events from a seed (requirement E4), and says what
 * the system must arrive at. The same recipe makes the same bytes.
 */
package inventory.launcher.generate;
