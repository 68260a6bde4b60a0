package inventory.model.event;

/** Published data is not what is expected; the message is the reason, in words for people. */
public final class BadFieldException extends Exception {

  /** A required field is missing. */
  public static final String MISSING = "missing";

  /** The data is not JSON, or a field has another JSON type than expected. */
  public static final String WRONG_TYPE = "wrong_type";

  /** A name does not follow the rules for names. */
  public static final String BAD_NAME = "bad_name";

  /** A time has no offset, or is not from 1970 to 2199. */
  public static final String BAD_TIME = "bad_time";

  /** A number is not whole, or out of range. */
  public static final String BAD_NUMBER = "bad_number";

  /** A field has none of the expected values. */
  public static final String UNKNOWN_VALUE = "unknown_value";

  /** A field is not known. */
  public static final String UNKNOWN_FIELD = "unknown_field";

  /** An id has characters or a prefix that it may not have. */
  public static final String BAD_ID = "bad_id";

  /**
   * The id belongs to another event of the same item and warehouse, which states something else.
   */
  public static final String ID_TAKEN = "id_taken";

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String field;

  /**
   * Creates an exception with its reason.
   *
   * @param code the kind of problem, for programs: one of the constants of this class
   * @param field the bad field, such as {@code product.quantity}; empty if it is not a single one
   */
  public BadFieldException(String code, String field, String reason) {
    super(reason);
    this.code = code;
    this.field = field;
  }

  /** The kind of problem, for programs. */
  public String code() {
    return code;
  }

  /** The bad field; empty if it is not a single one. */
  public String field() {
    return field;
  }
}
