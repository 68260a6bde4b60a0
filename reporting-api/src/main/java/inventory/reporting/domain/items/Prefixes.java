package inventory.reporting.domain.items;

/** Matches prefixes, ignoring case. */
final class Prefixes {

  private Prefixes() {}

  static boolean begins(String name, String prefix) {
    return name.regionMatches(true, 0, prefix, 0, prefix.length());
  }
}
