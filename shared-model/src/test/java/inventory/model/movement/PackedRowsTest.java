package inventory.model.movement;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.movement.PackedRows.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedRowsTest {

  @Test
  void rowsComeBackAsTheyWereAdded() {
    List<Row> rows =
        List.of(
            new Row(2, Instant.parse("2026-11-21T08:00:00.123456789Z"), -3),
            new Row(3, Instant.parse("2026-11-21T07:00:00Z"), Long.MAX_VALUE),
            new Row(Integer.MAX_VALUE, Instant.parse("1970-01-01T00:00:00Z"), Long.MIN_VALUE),
            new Row(1, Instant.parse("2199-12-31T23:59:59.999999999Z"), 0));

    assertThat(PackedRows.read(pack(rows))).isEqualTo(rows);
  }

  @Test
  void thousandsOfRandomRowsComeBack() {
    Random random = new Random(1);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      Instant time =
          Instant.ofEpochSecond(random.nextLong(7_000_000_000L), random.nextInt(1_000_000_000));
      rows.add(new Row(random.nextInt(Integer.MAX_VALUE), time, random.nextLong()));
    }

    assertThat(PackedRows.read(pack(rows))).isEqualTo(rows);
  }

  @Test
  void aTypicalRowTakesFewBytes() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      rows.add(
          new Row(
              2 + i * 16, Instant.parse("2026-11-21T08:00:00Z").plusMillis(i * 800L), i % 60 - 30));
    }

    assertThat(pack(rows)).hasSizeLessThan(250 * 10);
  }

  private static byte[] pack(List<Row> rows) {
    PackedRows packed = new PackedRows();
    rows.forEach(packed::add);
    assertThat(packed.size()).isEqualTo(packed.toBytes().length);
    return packed.toBytes();
  }
}
