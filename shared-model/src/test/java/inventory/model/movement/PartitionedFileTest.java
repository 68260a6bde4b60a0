package inventory.model.movement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.FileKind;
import inventory.model.Hex;
import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.csv.Reject;
import inventory.model.csv.Row;
import inventory.model.inbox.Original;
import inventory.model.inbox.Upload;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PartitionedFileTest {

  private static final String HEADER = "Timestamp,WarehouseName,ItemId,ItemName,StockLevelChange\n";
  private static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");
  private static final long ROOM = Long.MAX_VALUE;

  private final List<Reject> rejects = new ArrayList<>();

  private int merges;

  @Test
  void aFileThatFitsInMemoryIsReadOnceAndMergedAtOnce() throws Exception {
    CountedOriginal file = new CountedOriginal(rows(2_000, 500));

    assertThat(merge(file, ROOM)).hasSize(500);
    assertThat(merges).isEqualTo(1);
    assertThat(file.opened).isEqualTo(1);
  }

  @Test
  void littleMemoryChangesNoMovementAndReadsTheFileTwiceAtMost() throws Exception {
    String rows = rows(5_000, 3_000);
    Map<String, String> expected = merge(new CountedOriginal(rows), ROOM);
    CountedOriginal file = new CountedOriginal(rows);
    merges = 0;

    assertThat(merge(file, 20_000)).isEqualTo(expected);
    assertThat(merges).isGreaterThan(50);
    assertThat(file.opened).isEqualTo(2);
  }

  @Test
  void anUnreadableRowIsReportedOnceWithLittleMemoryToo() throws Exception {
    merge(new CountedOriginal(rows(500, 400) + "yesterday,W,i,n,1\n"), 5_000);

    assertThat(rejects).extracting(Reject::line).containsExactly(502);
  }

  @Test
  void itemsOfOneHashCodeAreDividedToo() throws Exception {
    StringBuilder rows = new StringBuilder(HEADER);
    int items = 1 << 10;
    for (int i = 0; i < items; i++) {
      StringBuilder item = new StringBuilder();
      for (int bit = 0; bit < 10; bit++) {
        item.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      rows.append("2026-03-01T10:00:00Z,W,").append(item).append(",n,1\n");
    }

    assertThat(merge(new CountedOriginal(rows.toString()), 20_000)).hasSize(items);
    assertThat(merges).isGreaterThan(20);
  }

  @Test
  void theMemoryOfAnItemGrowsWithALaterNameAndWithItsRows() {
    StockKey key = new StockKey("W", "i");
    MovementBuilder builder = new MovementBuilder(new Row(2, key, "x", TIME, 1));
    long before = builder.footprint();

    builder.add(new Row(3, key, "n".repeat(500), TIME, 1));

    assertThat(builder.footprint()).isGreaterThanOrEqualTo(before + 2 * 499);
  }

  /** The movement of each item in words; each item must come once. */
  private Map<String, String> merge(CountedOriginal original, long budget) throws Exception {
    Upload upload = new Upload("a.csv", "v1", true, 1, TIME);
    Map<String, String> movements = new TreeMap<>();
    long rows = 0;
    try (PartitionedFile file = new PartitionedFile(upload, original, budget, rejects::add)) {
      Origin origin = Origin.of(upload, false, original, FileKind.TRANSACTIONS);
      while (file.hasNext()) {
        merges++;
        for (Movement movement : file.next().movements(origin)) {
          String id = movement.key().warehouse() + "/" + movement.key().itemId();
          assertThat(movements.put(id, inWords(movement))).isNull();
          rows += movement.rowCount();
        }
      }
      assertThat(file.rows()).isEqualTo(rows);
    }
    return movements;
  }

  private static String inWords(Movement movement) {
    BigInteger half = movement.changeAfter(Position.of(TIME.plusSeconds(50), "x")).orElseThrow();
    return "%s %s %s %d %d-%d %s"
        .formatted(
            movement.itemName(),
            movement.position(),
            movement.total(),
            movement.rowCount(),
            movement.firstLine(),
            movement.lastLine(),
            half);
  }

  private static String rows(int count, int items) {
    Random random = new Random(7);
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 0; i < count; i++) {
      int item = i < items ? i : random.nextInt(items);
      rows.append(TIME.plusSeconds(random.nextInt(100)))
          .append(",W")
          .append(item % 7)
          .append(",i")
          .append(item)
          .append(",name ")
          .append(i)
          .append(',')
          .append(random.nextInt(100) - 50)
          .append('\n');
    }
    return rows.toString();
  }

  /** A file in memory that counts how often it is read. */
  private static final class CountedOriginal implements Original {
    private final byte[] content;
    private int opened;

    CountedOriginal(String text) {
      content = text.getBytes(UTF_8);
    }

    @Override
    public InputStream open() {
      opened++;
      return new ByteArrayInputStream(content);
    }

    @Override
    public String sha256() {
      return Hex.sha256(new String(content, UTF_8));
    }

    @Override
    public void close() {}
  }
}
