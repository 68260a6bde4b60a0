package inventory.model.recipients;

/** A pattern for names, in which {@code *} stands for any characters, also for none. */
final class Glob {

  private static final char ANY = '*';

  private Glob() {}

  /** Whether a name matches a pattern; in at most the product of both lengths steps. */
  static boolean matches(String pattern, String name) {
    int p = 0;
    int n = 0;
    int star = -1;
    int retry = 0;
    while (n < name.length()) {
      if (p < pattern.length() && pattern.charAt(p) == ANY) {
        star = p;
        retry = n;
        p++;
      } else if (p < pattern.length() && pattern.charAt(p) == name.charAt(n)) {
        p++;
        n++;
      } else if (star >= 0) {
        // The last star stands for one more character.
        retry++;
        n = retry;
        p = star + 1;
      } else {
        return false;
      }
    }
    return pattern.substring(p).chars().allMatch(c -> c == ANY);
  }
}
