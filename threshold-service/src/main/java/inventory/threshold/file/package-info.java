/** Reads threshold files into thresholds, and into rejects with entry, field and reason. */
package inventory.threshold.file;
