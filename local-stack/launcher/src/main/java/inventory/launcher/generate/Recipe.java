package inventory.launcher.generate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * What generated data follow from, beside their number.
 *
 * @param seed another one makes other data
 * @param start from when their timestamps count
 * @param warehouses the names of the warehouses
 * @param items how many items there are, 1 or more
 * @param zipf how much more popular the first items are than the last; 0: all are equally so
 * @param duplicates the share of what is sent twice, 0 to 1
 * @param late the share of what comes after what is later, 0 to 1
 * @param malformed the share of what is to be rejected, 0 to 1
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

  /** Keeps its own copy. */
  public Recipe {
    warehouses = List.copyOf(warehouses);
  }

  /** Dice that always fall the same way for this recipe, this kind of data and this many. */
  Dice dice(Totals.Kind kind, int... sizes) {
    return new Dice(digest(kind, sizes));
  }

  /** A word for keys, that other recipes do not have: other content needs another key. */
  String tag(Totals.Kind kind, int... sizes) {
    return HexFormat.of().formatHex(digest(kind, sizes)).substring(0, TAG_LENGTH);
  }

  private byte[] digest(Totals.Kind kind, int... sizes) {
    // No %d, which a language may write in digits of its own.
    String text =
        "%s %s %s %s %s %s %s %s %s %s"
            .formatted(
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
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
