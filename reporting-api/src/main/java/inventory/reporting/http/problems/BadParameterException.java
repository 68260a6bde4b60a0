package inventory.reporting.http.problems;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;

/** A parameter is not valid; the message names it and what it must be. */
public final class BadParameterException extends HttpStatusException {

  private static final long serialVersionUID = 1L;

  private static final int SHOWN = 100;

  private final String parameter;

  /**
   * Names the parameter and its rule.
   *
   * @param parameter the parameter's name in the request
   * @param value the value that was sent
   * @param rule what the value must be, in words that follow "it must be"
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
