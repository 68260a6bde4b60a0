package inventory.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A file to be dropped.
 *
 * @param key its key in the inbox
 * @param text its content
 * @param facts the facts in its rows
 */
public record InventoryFile(String key, String text, List<Fact> facts) {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSSXXX");

  // Offsets of warehouses between Newfoundland and Nepal: the same instants in other forms.
  private static final List<ZoneOffset> OFFSETS =
      List.of(
          ZoneOffset.UTC,
          ZoneOffset.ofHours(1),
          ZoneOffset.ofHoursMinutes(-3, -30),
          ZoneOffset.ofHoursMinutes(5, 45));

  byte[] bytes() {
    return text.getBytes(UTF_8);
  }

  /** A file of changes. */
  public static InventoryFile changes(String key, Dialect dialect, List<Fact> changes) {
    StringBuilder text =
        new StringBuilder(dialect.start())
            .append(
                dialect.line(
                    "Timestamp", "WarehouseName", "ItemId", "ItemName", "StockLevelChange"));
    for (Fact change : changes) {
      ZoneOffset offset = OFFSETS.get(text.length() % OFFSETS.size());
      text.append(
          dialect.line(
              timestamp(change.time(), offset),
              change.warehouse(),
              change.item(),
              "Name of " + change.item(),
              change.units()));
    }
    return new InventoryFile(key, text.toString(), changes);
  }

  /** A file of counts. */
  static InventoryFile counts(String key, Dialect dialect, List<Fact> counts) {
    StringBuilder text = new StringBuilder(dialect.start());
    text.append(dialect.line("store", "item", "count"));
    counts.forEach(
        count -> text.append(dialect.line(count.warehouse(), count.item(), count.units())));
    return new InventoryFile(key, text.toString(), counts);
  }

  /** The same changes under another key; they are not new facts. */
  InventoryFile copy(String otherKey) {
    return new InventoryFile(otherKey, text, List.of());
  }

  private static String timestamp(Instant time, ZoneOffset offset) {
    return TIMESTAMP.format(time.atOffset(offset));
  }
}
