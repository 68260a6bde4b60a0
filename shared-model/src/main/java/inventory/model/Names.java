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
    return hasControlCharacter(name)
        ? Optional.of("contains a control character or a line break")
        : Optional.empty();
  }

  /** Control characters would break e-mail subjects and reports, and keys rely on their absence. */
  private static boolean hasControlCharacter(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (Character.isISOControl(name.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
