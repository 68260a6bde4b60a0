package inventory.reporting.domain.items;

/** How people search by a beginning: case is of no matter. */
final class Prefixes {

  private Prefixes() {}

  static boolean begins(String name, String prefix) {
    return name.regionMatches(true, 0, prefix, 0, prefix.length());
  }
}
