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
 * A file of changes that fits neither into the memory of the service nor into that of the test.
 *
 * @param rows how many rows it has, a millisecond apart
 * @param items how many items the rows are about, in turn
 */
record LargeFile(int rows, int items) {

  private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00.000Z");
  private static final int LARGEST = 1_000;

  /** The change in a row; the sums of all items differ. */
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

  /** The sum of its rows from a row on, for each item in the order of their numbers. */
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
