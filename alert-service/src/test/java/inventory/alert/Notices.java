package inventory.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import inventory.alert.notice.Audience;
import inventory.alert.notice.FileNotices;
import inventory.alert.notice.FileReport;
import inventory.alert.notice.Notice;
import inventory.alert.notice.Notice.FullList;
import inventory.alert.notice.StockNews;
import inventory.alert.notice.StockNotices;
import inventory.model.AlertId;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.StockKey;
import inventory.model.StockState;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Notices as the service words them. */
public final class Notices {

  private Notices() {}

  /** So many items that are out of stock; beyond 200 with a file of them all. */
  public static Notice ofStock(String warehouse, int items) {
    return new StockNotices(2)
        .compose(
            IntStream.range(0, items)
                .mapToObj(
                    i ->
                        new StockNews(
                            AlertId.of(new StockKey(warehouse, "item" + i)),
                            "Echo & <Plus>",
                            BigInteger.valueOf(-i),
                            10,
                            StockState.OUT,
                            "a.csv"))
                .toList());
  }

  /** A file that was rejected. */
  public static Notice ofFile() {
    return new FileNotices(Optional.empty(), "inbox")
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

  /** A notice with a file of so many bytes. */
  public static Notice withList(int bytes) throws IOException {
    Path file = Files.createTempFile("low-stock-", ".csv");
    Files.write(file, "x".repeat(bytes).getBytes(UTF_8));
    return new Notice(
        Audience.PURCHASING,
        "Low stock",
        "text\n",
        "<p>html</p>",
        "short",
        Optional.of(new FullList("low-stock.csv", file, 9_999)));
  }
}
