package inventory.e2e;

import java.io.IOException;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of changes that is too large to be held in memory, here as there.
 *
 * @param rows how many rows it has, a millisecond apart
 * @param items how many items they are of, by turns
 */
record LargeFile(int rows, int items) {

  private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00.000Z");
  private static final int LARGEST = 1_000;

  /** The change in a row: any rule does that sums to something else for each item. */
  private static long change(int row) {
    return (row * 7_919L) % (2 * LARGEST) - LARGEST / 2;
  }

  /** The instant of a row. */
  static Instant time(int row) {
    return FIRST.plusMillis(row);
  }

  static String item(int number) {
    return "item-%06d".formatted(number);
  }

  /** Writes the file. */
  void write(Path file, String warehouse) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("Timestamp\tWarehouseName\tItemId\tItemName\tStockLevelChange\n");
      for (int row = 0; row < rows; row++) {
        String item = item(row % items);
        out.write(time(row) + "\t" + warehouse + "\t" + item + "\tName of " + item + "\t");
        out.write(change(row) + "\n");
      }
    }
  }

  /** What its rows from a row on add up to, for each item in the order of their numbers. */
  List<BigInteger> sumsFrom(int firstRow) {
    List<BigInteger> sums = new ArrayList<>();
    for (int item = 0; item < items; item++) {
      BigInteger sum = BigInteger.ZERO;
      for (int row = item; row < rows; row += items) {
        sum = row < firstRow ? sum : sum.add(BigInteger.valueOf(change(row)));
      }
      sums.add(sum);
    }
    return sums;
  }

  @Override
  public String toString() {
    return "%,d rows of %,d items".formatted(rows, items);
  }
}
