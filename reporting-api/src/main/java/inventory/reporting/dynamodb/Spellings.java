package inventory.reporting.dynamodb;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The ways in which a prefix of a name may be written. Keys are names as they are, so a search by
 * key distinguishes upper and lower case; at most five spellings are read, whatever the table has.
 */
final class Spellings {

  /** As DynamoDB compares keys. */
  private static final Comparator<String> ORDER =
      (one, other) -> Arrays.compareUnsigned(bytes(one), bytes(other));

  private Spellings() {}

  /** The spellings of a prefix in the order of keys, none of which begins with another one. */
  static List<String> of(String prefix) {
    List<String> spellings =
        Stream.<Function<String, String>>of(
                Function.identity(),
                text -> text.toLowerCase(Locale.ROOT),
                text -> text.toUpperCase(Locale.ROOT),
                Spellings::capital,
                Spellings::capitals)
            .map(spelling -> spelling.apply(prefix))
            .distinct()
            .sorted(ORDER)
            .toList();
    return spellings.stream()
        .filter(one -> spellings.stream().noneMatch(other -> isWithin(one, other)))
        .toList();
  }

  private static boolean isWithin(String one, String other) {
    return !one.equals(other) && one.startsWith(other);
  }

  /** Whether all names that begin with a spelling come before a name. */
  static boolean isBehind(String spelling, String name) {
    return !name.startsWith(spelling) && ORDER.compare(spelling, name) < 0;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : firstUpper(text.toLowerCase(Locale.ROOT), 0);
  }

  private static String capitals(String text) {
    String result = capital(text);
    for (int i = 1; i < result.length(); i++) {
      if (!Character.isLetterOrDigit(result.charAt(i - 1))) {
        result = firstUpper(result, i);
      }
    }
    return result;
  }

  private static String firstUpper(String text, int at) {
    return text.substring(0, at) + Character.toUpperCase(text.charAt(at)) + text.substring(at + 1);
  }
}
