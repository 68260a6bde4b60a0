package inventory.alert.notification;

import inventory.alert.notification.Notification.FullList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** All stock events of a batch as a CSV file, if they are too many for a message. */
final class StockList {

  private static final String NAME = "low-stock.csv";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "warehouse",
              "itemId",
              "itemName",
              "stockLevel",
              "restockIfBelow",
              "state",
              "order",
              "orderUpTo",
              "packSize")
          .get();
  // The characters with which a spreadsheet formula may begin:
  // https://owasp.org/www-community/attacks/CSV_Injection
  private static final String FORMULA = "=+-@\t\r";

  private StockList() {}

  /** Writes the list to local disk. */
  static FullList write(List<StockLine> events, Orders orders) {
    try {
      Path file = Files.createTempFile("low-stock-", ".csv");
      try (CSVPrinter csv =
          new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), FORMAT)) {
        for (StockLine one : events) {
          csv.printRecord(
              defused(one.alert().warehouse().orElse("")),
              defused(one.alert().itemId()),
              defused(one.itemName()),
              one.level(),
              one.threshold(),
              one.state(),
              orders.of(one).map(order -> order.quantity().toString()).orElse(""),
              orders.of(one).map(order -> order.upTo().toString()).orElse(""),
              orders
                  .of(one)
                  .flatMap(order -> order.rule().packSize())
                  .map(String::valueOf)
                  .orElse(""));
        }
      }
      return new FullList(NAME, file, events.size());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the list of low stock to local disk", e);
    }
  }

  private static String defused(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
