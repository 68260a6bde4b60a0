/** Reads threshold files: bytes in, thresholds and rejects with entry, field and reason out. */
package inventory.threshold.file;
