package inventory.threshold.file;

/** An entry that does not apply, with the reason. */
public record RejectedEntry(Entry entry, Reject reject) {}
