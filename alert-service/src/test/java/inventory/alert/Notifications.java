package inventory.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import inventory.alert.notification.Audience;
import inventory.alert.notification.FileNotifications;
import inventory.alert.notification.FileReport;
import inventory.alert.notification.Notification;
import inventory.alert.notification.Notification.FullList;
import inventory.alert.notification.StockLine;
import inventory.alert.notification.StockNotifications;
import inventory.model.AlertId;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.RestockRule;
import inventory.model.StockKey;
import inventory.model.StockState;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Notifications as the service composes them. */
public final class Notifications {

  private Notifications() {}

  /** A number of items that are out of stock; more than 200 include a file with all of them. */
  public static Notification ofStock(String warehouse, int items) {
    return new StockNotifications(2, Optional.empty())
        .notice(
            Audience.PURCHASING,
            IntStream.range(0, items)
                .mapToObj(
                    i ->
                        new StockLine(
                            AlertId.of(new StockKey(warehouse, "item" + i)),
                            "Echo & <Plus>",
                            BigInteger.valueOf(-i),
                            RestockRule.below(10),
                            StockState.OUT,
                            "a.csv"))
                .toList(),
            Map.of(),
            Instant.EPOCH);
  }

  /** A file that was rejected. */
  public static Notification ofFile() {
    return new FileNotifications(Optional.empty(), "inbox")
        .compose(
            new FileReport(
                "f1",
                "a.csv",
                1,
                Instant.EPOCH,
                FileKind.UNKNOWN,
                FileStatus.REJECTED,
                0,
                0,
                "the file is empty",
                List.of(),
                Optional.empty()));
  }

  /** A notification with a file of so many bytes. */
  public static Notification withList(int bytes) throws IOException {
    Path file = Files.createTempFile("low-stock-", ".csv");
    Files.write(file, "x".repeat(bytes).getBytes(UTF_8));
    return new Notification(
        Audience.PURCHASING,
        "Low stock",
        "text\n",
        "<p>html</p>",
        "short",
        Optional.of(new FullList("low-stock.csv", file, 9_999)));
  }
}
