package inventory.reporting.http.problems;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;

/** A parameter breaks its rule; the message names both. */
public final class BadParameterException extends HttpStatusException {

  private static final long serialVersionUID = 1L;

  private static final int SHOWN = 100;

  private final String parameter;

  /**
   * Says what is wrong.
   *
   * @param parameter the parameter's name, as the caller spells it
   * @param value what was sent
   * @param rule what it has to be, in words that can follow "must be"
   */
  public BadParameterException(String parameter, String value, String rule) {
    super(
        HttpStatus.BAD_REQUEST,
        "The parameter "
            + parameter
            + " is \""
            + shortened(value)
            + "\"; it must be "
            + rule
            + ".");
    this.parameter = parameter;
  }

  String parameter() {
    return parameter;
  }

  private static String shortened(String value) {
    return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
  }
}
