package inventory.model;

import java.util.Optional;

/**
 * The rules for names of warehouses, item ids and item names. A name is kept exactly as it was
 * sent, with its leading and trailing spaces: the warehouse is the authority on its own names.
 */
public final class Names {

  /** The longest name, in Unicode code points. */
  public static final int MAX_LENGTH = 512;

  private Names() {}

  /**
   * Checks a name.
   *
   * @param name the name as it was received
   * @return what is wrong, in words that can follow the column's name; empty if the name is valid
   */
  public static Optional<String> problemWith(String name) {
    if (name.isBlank()) {
      return Optional.of("is empty");
    }
    // A code point is at least one char: for nearly every name this cheap test is enough.
    if (name.length() > MAX_LENGTH) {
      int length = name.codePointCount(0, name.length());
      if (length > MAX_LENGTH) {
        return Optional.of("is " + length + " characters long; at most " + MAX_LENGTH);
      }
    }
    // A control character would break e-mail subjects and reports, and keys rely on its absence.
    // Half
    // a surrogate pair has no form in UTF-8: two names would become one on their way to the store.
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isISOControl(c)) {
        return Optional.of("contains a control character or a line break");
      }
      // Neither XML nor a queue can represent them.
      if (c == '\uFFFE' || c == '\uFFFF') {
        return Optional.of("contains U+FFFE or U+FFFF, which is not a character");
      }
      if (Character.isSurrogate(c)) {
        if (!isPair(name, i)) {
          return Optional.of("contains half a character (a lone surrogate)");
        }
        i++;
      }
    }
    return Optional.empty();
  }

  private static boolean isPair(String name, int at) {
    return at + 1 < name.length()
        && Character.isSurrogatePair(name.charAt(at), name.charAt(at + 1));
  }
}
