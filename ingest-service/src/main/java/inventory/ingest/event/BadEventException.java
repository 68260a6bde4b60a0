package inventory.ingest.event;

/** The published data is not an inventory event; the message is the reason, in words for people. */
public final class BadEventException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * Creates an exception with its reason.
   *
   * @param field the bad field, such as {@code product.quantity}; empty if it is not a single one
   */
  BadEventException(String field, String reason) {
    super(reason);
    this.field = field;
  }

  /** The bad field; empty if it is not a single one. */
  public String field() {
    return field;
  }
}
