package inventory.ingest.event;

/** What was published is no inventory event; the message says why, in words for people. */
public final class BadEventException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * With its reason.
   *
   * @param field which field is wrong, as {@code product.quantity}; empty if it is none alone
   */
  BadEventException(String field, String reason) {
    super(reason);
    this.field = field;
  }

  /** Which field is wrong; empty if it is none alone. */
  public String field() {
    return field;
  }
}
