package inventory.launcher.generate;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Describes generated data. The same recipe always makes the same data.
 *
 * @param seed start of the random choices
 * @param start the first timestamp
 * @param warehouses the names of the warehouses
 * @param items number of items, 1 or more
 * @param zipf how much more popular the first items are than the last; 0: all are equally popular
 * @param duplicates the share that is sent twice, 0 to 1
 * @param late the share that is sent after something later, 0 to 1
 * @param malformed the share that must be rejected, 0 to 1
 */
public record Recipe(
    long seed,
    Instant start,
    List<String> warehouses,
    int items,
    double zipf,
    double duplicates,
    double late,
    double malformed) {

  /** Copies the list. */
  public Recipe {
    warehouses = List.copyOf(warehouses);
  }

  /** The random choices of this recipe for a kind of data and its sizes. */
  public SeededRandom random(Totals.Kind kind, int... sizes) {
    return new SeededRandom(hash(kind, sizes));
  }

  /** A word for keys. Another recipe has another word, because other content needs another key. */
  String tag(Totals.Kind kind, int... sizes) {
    return HexFormat.of().toHexDigits(hash(kind, sizes));
  }

  private int hash(Totals.Kind kind, int... sizes) {
    // Java specifies the hash of a text, so it is the same on every machine. The text is not
    // formatted: some languages have digits of their own.
    return List.of(
            kind,
            Arrays.toString(sizes),
            seed,
            start,
            warehouses,
            items,
            zipf,
            duplicates,
            late,
            malformed)
        .toString()
        .hashCode();
  }
}
