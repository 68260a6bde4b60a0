package inventory.reporting.http.facts;

import inventory.reporting.http.problems.BadParameterException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the header {@code Idempotency-Key}: a string of structured fields (RFC 8941) in quotes, as
 * the IETF draft has it, or the key alone.
 */
final class IdempotencyKey {

  static final String HEADER = "Idempotency-Key";

  /** As with Stripe. */
  static final int MAX_LENGTH = 255;

  private static final Pattern ALONE = Pattern.compile("[\\x21-\\x7E]+");
  private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*)\"");
  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

  private IdempotencyKey() {}

  /**
   * The key.
   *
   * @param values the values of all headers with this name
   * @throws BadParameterException unless there is exactly one valid key
   */
  static String of(List<String> values) {
    String value = values.size() == 1 ? values.get(0).strip() : String.join(", ", values);
    Matcher quoted = QUOTED.matcher(value);
    boolean isQuoted = quoted.matches();
    String key = isQuoted ? ESCAPED.matcher(quoted.group(1)).replaceAll("$1") : value;
    boolean isGood =
        values.size() == 1
            && !key.isEmpty()
            && key.length() <= MAX_LENGTH
            && (isQuoted || (ALONE.matcher(key).matches() && !key.startsWith("\"")));
    if (!isGood) {
      throw new BadParameterException(
          HEADER,
          value,
          "one key of 1 to "
              + MAX_LENGTH
              + " visible ASCII characters, such as a UUID, the same for each attempt of a request");
    }
    return key;
  }
}
