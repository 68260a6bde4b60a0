package inventory.launcher.demo;

import inventory.model.FileStatus;
import inventory.model.StockKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sample files of the customer (requirements I2 and I3), with their facts read by hand. */
public final class Samples {

  private static final String TRANSACTIONS =
      """
      Timestamp\tWarehouseName\tItemId\tItemName\tStockLevelChange
      2021-02-15T12:00:00.000+01:00\tBerlin 1\ta123v5\ttecRacer T-Shirt\t-3
      2021-02-15T12:00:01.000+01:00\tBremen 4\td23x56\ttecRacer tecPert Sticker\t4
      2021-02-15T13:30:00.000+01:00\tAachen 1\tr345v7\tKaffeebohnen\t-30
      2021-02-15T15:00:00.000+01:00\tBorkum 1\tg45678\tAWS Sticker\t500
      2021-02-15T16:17:00.000+01:00\tBerlin 2\tj5yc89\tBook of tecRacer\t70
      """;

  private static final String COUNTS =
      """
      store,item,count
      Berlin,Echo Dot,12
      Berlin,Echo (2nd Gen),19
      Berlin,Echo Show,18
      Berlin,Echo Plus,0
      Berlin,Echo Look,10
      Berlin,Amazon Tap,15
      """;

  private Samples() {}

  /** The transaction file of requirement I2. */
  public static DemoFile transactions() {
    return new DemoFile(
        "inventory_files/2021/02/15/20210215161700_inventory.csv",
        TRANSACTIONS,
        List.of(
            change("Berlin 1", "a123v5", "2021-02-15T11:00:00Z", -3),
            change("Bremen 4", "d23x56", "2021-02-15T11:00:01Z", 4),
            change("Aachen 1", "r345v7", "2021-02-15T12:30:00Z", -30),
            change("Borkum 1", "g45678", "2021-02-15T14:00:00Z", 500),
            change("Berlin 2", "j5yc89", "2021-02-15T15:17:00Z", 70)),
        FileStatus.APPLIED,
        0);
  }

  /** The count file of requirement I3. */
  public static DemoFile counts() {
    return new DemoFile(
        "inventory-berlin.csv",
        COUNTS,
        List.of(
            count("Echo Dot", 12),
            count("Echo (2nd Gen)", 19),
            count("Echo Show", 18),
            count("Echo Plus", 0),
            count("Echo Look", 10),
            count("Amazon Tap", 15)),
        FileStatus.APPLIED,
        0);
  }

  private static Fact change(String warehouse, String item, String time, long units) {
    return new Fact(new StockKey(warehouse, item), Optional.of(Instant.parse(time)), units);
  }

  private static Fact count(String item, long units) {
    return new Fact(new StockKey("Berlin", item), Optional.empty(), units);
  }
}
