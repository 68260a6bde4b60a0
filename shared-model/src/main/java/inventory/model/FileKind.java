package inventory.model;

/** What a file says, told by its header and never by its key (requirement I4a). */
public enum FileKind {
  /** Signed changes with their own timestamps (requirement I2). */
  TRANSACTIONS,
  /** Absolute counts as of the moment of the upload (requirement I3). */
  COUNT,
  /** Restock thresholds (requirement T1). */
  THRESHOLDS,
  /** Events of the stream that could not be applied, gathered by the system itself (E3). */
  EVENTS,
  /** Not known, or not yet. */
  UNKNOWN
}
