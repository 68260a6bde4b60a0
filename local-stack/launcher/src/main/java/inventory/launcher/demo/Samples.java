package inventory.launcher.demo;

import inventory.launcher.generate.ExpectedLevels;
import inventory.launcher.generate.FileDrop;
import inventory.model.FileKind;
import inventory.model.StockKey;
import java.io.IOException;
import java.time.Instant;

/** The customer's sample files (requirements I2 and I3). What they say was read by hand. */
public final class Samples {

  /** The transaction file. */
  public static final Sample TRANSACTIONS =
      new Sample(
          "inventory_files/2021/02/15/20210215161700_inventory.csv",
          """
          Timestamp\tWarehouseName\tItemId\tItemName\tStockLevelChange
          2021-02-15T12:00:00.000+01:00\tBerlin 1\ta123v5\ttecRacer T-Shirt\t-3
          2021-02-15T12:00:01.000+01:00\tBremen 4\td23x56\ttecRacer tecPert Sticker\t4
          2021-02-15T13:30:00.000+01:00\tAachen 1\tr345v7\tKaffeebohnen\t-30
          2021-02-15T15:00:00.000+01:00\tBorkum 1\tg45678\tAWS Sticker\t500
          2021-02-15T16:17:00.000+01:00\tBerlin 2\tj5yc89\tBook of tecRacer\t70
          """);

  /** The count file. */
  public static final Sample COUNTS =
      new Sample(
          "inventory-berlin.csv",
          """
          store,item,count
          Berlin,Echo Dot,12
          Berlin,Echo (2nd Gen),19
          Berlin,Echo Show,18
          Berlin,Echo Plus,0
          Berlin,Echo Look,10
          Berlin,Amazon Tap,15
          """);

  private Samples() {}

  /** A file with its key. */
  public record Sample(String key, String text) {}

  static void drop(FileDrop drop) throws IOException, InterruptedException {
    drop.text(
        new FileDrop.Text(TRANSACTIONS.key(), FileKind.TRANSACTIONS, TRANSACTIONS.text(), 5, 0),
        true);
    ExpectedLevels levels = drop.levels();
    levels.changed(key("Berlin 1", "a123v5"), Instant.parse("2021-02-15T11:00:00Z"), -3);
    levels.changed(key("Bremen 4", "d23x56"), Instant.parse("2021-02-15T11:00:01Z"), 4);
    levels.changed(key("Aachen 1", "r345v7"), Instant.parse("2021-02-15T12:30:00Z"), -30);
    levels.changed(key("Borkum 1", "g45678"), Instant.parse("2021-02-15T14:00:00Z"), 500);
    levels.changed(key("Berlin 2", "j5yc89"), Instant.parse("2021-02-15T15:17:00Z"), 70);

    drop.text(new FileDrop.Text(COUNTS.key(), FileKind.COUNT, COUNTS.text(), 6, 0), false);
    Instant now = Instant.now();
    levels.counted(key("Berlin", "Echo Dot"), now, 12);
    levels.counted(key("Berlin", "Echo (2nd Gen)"), now, 19);
    levels.counted(key("Berlin", "Echo Show"), now, 18);
    levels.counted(key("Berlin", "Echo Plus"), now, 0);
    levels.counted(key("Berlin", "Echo Look"), now, 10);
    levels.counted(key("Berlin", "Amazon Tap"), now, 15);
  }

  private static StockKey key(String warehouse, String itemId) {
    return new StockKey(warehouse, itemId);
  }
}
