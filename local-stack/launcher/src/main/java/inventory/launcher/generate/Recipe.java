package inventory.launcher.generate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

  private static final int TAG_LENGTH = 8;

  /** Copies the list. */
  public Recipe {
    warehouses = List.copyOf(warehouses);
  }

  /** The random choices of this recipe for a kind of data and its sizes. */
  public SeededRandom random(Totals.Kind kind, int... sizes) {
    return new SeededRandom(ByteBuffer.wrap(digest(kind, sizes)).getLong());
  }

  /** A word for keys. Another recipe has another word, because other content needs another key. */
  String tag(Totals.Kind kind, int... sizes) {
    return HexFormat.of().formatHex(digest(kind, sizes)).substring(0, TAG_LENGTH);
  }

  private byte[] digest(Totals.Kind kind, int... sizes) {
    // Not formatted: some languages have digits of their own.
    List<Object> parts =
        List.of(
            kind,
            Arrays.toString(sizes),
            seed,
            start,
            warehouses,
            items,
            zipf,
            duplicates,
            late,
            malformed);
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(parts.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
