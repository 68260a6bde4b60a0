package inventory.model;

/** The kind of a file. Its header determines it, never its key (requirement I4a). */
public enum FileKind {
  /** Signed changes with their own timestamps (requirement I2). */
  TRANSACTIONS,
  /** Absolute counts, dated by the upload (requirement I3). */
  COUNT,
  /** Restock thresholds (requirement T1). */
  THRESHOLDS,
  /** Rules about who is notified of low stock (requirement A8). */
  RECIPIENTS,
  /** Rejected events from the stream, collected by the system itself (requirement E3). */
  EVENTS,
  /** Not known, or not known yet. */
  UNKNOWN
}
