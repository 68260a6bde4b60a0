package inventory.model.movement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.model.StockKey;
import inventory.model.inbox.Original;
import inventory.model.inbox.Originals;
import inventory.model.inbox.Upload;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OriginalRowsTest {

  private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");
  private static final int ITEMS = 20;

  private final Map<String, Upload> uploads = new HashMap<>();
  private final Map<String, String> contents = new HashMap<>();
  private final List<String> fetched = new ArrayList<>();
  private int opened;
  private final OriginalRows rows = new OriginalRows(uploads::get, this::fetch);

  @Test
  void anOriginalIsFetchedAndReadOnceHoweverManyOfItsPartsAreWanted() {
    Upload monday = upload("monday.csv", 1);
    Upload tuesday = upload("tuesday.csv", 100);
    List<RowsAfter> parts = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      parts.add(new RowsAfter(monday.fileId(), item(i), NOON));
      parts.add(new RowsAfter(monday.fileId(), item(i), NOON.minusSeconds(1)));
      parts.add(new RowsAfter(tuesday.fileId(), item(i), NOON));
    }

    Map<RowsAfter, BigInteger> sums = rows.sums(parts);

    assertThat(fetched).containsExactlyInAnyOrder("monday.csv", "tuesday.csv");
    assertThat(opened).isEqualTo(2);
    assertThat(sums).hasSize(3 * ITEMS);
    for (int i = 0; i < ITEMS; i++) {
      assertThat(sums.get(parts.get(3 * i))).isEqualTo(BigInteger.valueOf(i));
      assertThat(sums.get(parts.get(3 * i + 1))).isEqualTo(BigInteger.valueOf(i + 7));
      assertThat(sums.get(parts.get(3 * i + 2))).isEqualTo(BigInteger.valueOf(100L * i));
    }
  }

  @Test
  void aPartWithoutRowsIsZero() {
    RowsAfter part = new RowsAfter(upload("a.csv", 1).fileId(), item(ITEMS), NOON);

    assertThat(rows.sums(List.of(part))).isEqualTo(Map.of(part, BigInteger.ZERO));
  }

  @Test
  void anOriginalThatIsGoneIsNamedInTheFailure() {
    Upload upload = upload("a.csv", 1);
    contents.clear();

    assertThatThrownBy(() -> rows.sums(List.of(new RowsAfter(upload.fileId(), item(3), NOON))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a.csv is missing: restore its version v1");
  }

  /** 7 units at noon and a number of its own an hour later, for each item. */
  private Upload upload(String key, int factor) {
    StringBuilder content =
        new StringBuilder("Timestamp,WarehouseName,ItemId,ItemName,StockLevelChange\n");
    for (int i = 0; i < ITEMS; i++) {
      content.append("2026-02-01T12:00:00Z,W,i%d,n,7\n".formatted(i));
      content.append("2026-02-01T13:00:00Z,W,i%d,n,%d\n".formatted(i, i * factor));
    }
    Upload upload = new Upload(key, "v1", true, content.length(), NOON);
    uploads.put(upload.fileId(), upload);
    contents.put(key, content.toString());
    return upload;
  }

  private static StockKey item(int number) {
    return new StockKey("W", "i" + number);
  }

  private Original fetch(Upload upload) throws Originals.OriginalUnavailableException {
    String content = contents.get(upload.key());
    if (content == null) {
      throw new Originals.OriginalUnavailableException("it was deleted", null);
    }
    fetched.add(upload.key());
    return new Original() {
      @Override
      public InputStream open() {
        opened++;
        return new ByteArrayInputStream(content.getBytes(UTF_8));
      }

      @Override
      public String sha256() {
        throw new UnsupportedOperationException("not asked here");
      }

      @Override
      public void close() {
        // Nothing is held.
      }
    };
  }
}
