package inventory.threshold.file;

/** An entry that does not apply, and why. */
public record RejectedEntry(Entry entry, Reject reject) {}
