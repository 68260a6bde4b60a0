package inventory.model;

import java.util.Optional;

/**
 * Selects names: {@code *} stands for any characters, also none; all others for themselves.
 *
 * @param text the pattern; the {@link #ALL} matches every name
 */
public record NamePattern(String text) {

  /** Matches every name. */
  public static final NamePattern ALL = new NamePattern("*");

  /** The longest pattern, in Unicode code points: as long as a name. */
  public static final int MAX_LENGTH = Names.MAX_LENGTH;

  /**
   * Checks a pattern.
   *
   * @return what is wrong, in words that can follow the parameter's name; empty if it is valid
   */
  public static Optional<String> problemWith(String text) {
    return Names.problemWith(text);
  }

  /** Whether it matches every name. */
  public boolean isAll() {
    return text.chars().allMatch(c -> c == '*');
  }

  /**
   * Whether it matches a name. Takes at most as many steps as the product of both lengths: after a
   * mismatch only the last star takes one more character.
   */
  public boolean matches(String name) {
    int at = 0;
    int in = 0;
    int star = -1;
    int resume = 0;
    while (in < name.length()) {
      if (at < text.length() && text.charAt(at) == '*') {
        star = at++;
        resume = in;
      } else if (at < text.length() && text.charAt(at) == name.charAt(in)) {
        at++;
        in++;
      } else if (star >= 0) {
        at = star + 1;
        in = ++resume;
      } else {
        return false;
      }
    }
    return text.substring(at).chars().allMatch(c -> c == '*');
  }
}
