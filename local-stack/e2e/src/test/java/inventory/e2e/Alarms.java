package inventory.e2e;

import inventory.launcher.demo.Mailbox;
import inventory.launcher.demo.Mailbox.Letter;
import inventory.testkit.EmbeddedAws;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A mailbox for one test, and files that make stock low. */
final class Alarms {

  private static final Instant TIME = Instant.parse("2026-11-20T10:00:00Z");

  private final String purchasing = "purchasing-" + UUID.randomUUID() + "@example.com";

  /** The address that gets the alerts. */
  String purchasing() {
    return purchasing;
  }

  /** The e-mails so far. */
  List<Letter> letters() {
    try {
      return new Mailbox(EmbeddedAws.mail())
          .letters().stream().filter(letter -> letter.to().equals(purchasing)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A file that makes the given number of items low in each of these warehouses. */
  static InventoryFile file(String key, int items, String... warehouses) {
    List<Fact> facts =
        Stream.of(warehouses)
            .flatMap(
                warehouse ->
                    IntStream.range(0, items)
                        .mapToObj(i -> Fact.change(warehouse, "low-" + i, TIME, 3)))
            .toList();
    return InventoryFile.changes(key, Dialect.PLAIN, facts);
  }

  /** A file with one item's level. */
  static InventoryFile file(String key, String warehouse, String item, int level) {
    return InventoryFile.changes(
        key, Dialect.PLAIN, List.of(Fact.change(warehouse, item, TIME, level)));
  }

  /** A threshold file of a day, {@code yyyy/mm/dd}, for one item. */
  static InventoryFile threshold(String day, String item, int restockIfBelow) {
    return new InventoryFile(
        "restock_thresholds/" + day + "/restock_thresholds.json",
        """
        {"ThresholdList": [{"ItemId": "%s", "RestockIfBelow": %d}]}
        """
            .formatted(item, restockIfBelow),
        List.of());
  }
}
