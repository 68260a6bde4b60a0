package inventory.model;

import java.util.Optional;

/**
 * What a warehouse, an item id or an item name may be. Names are kept as they were sent, spaces at
 * the ends included: the warehouse is the authority on its own names.
 */
public final class Names {

  /** The longest name, in Unicode code points. */
  public static final int MAX_LENGTH = 512;

  private Names() {}

  /**
   * Says what is wrong with a name.
   *
   * @param name the name as it was received
   * @return the reason, in words that can follow the column's name; empty if the name is good
   */
  public static Optional<String> problemWith(String name) {
    if (name.isBlank()) {
      return Optional.of("is empty");
    }
    // A code point is at least one char, so that this cheap test spares nearly every name the
    // count.
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
