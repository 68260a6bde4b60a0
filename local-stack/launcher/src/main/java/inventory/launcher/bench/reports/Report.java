package inventory.launcher.bench.reports;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A report that is measured. */
enum Report {
  /** All items of a warehouse: its first page. */
  R1("R1, a page of 100") {
    @Override
    String path(StockSeed stock, Random random) {
      return itemsOf(stock, random);
    }
  },
  /** Those of which there is more than some: half of them. */
  R2("R2, a page of 100, of half the items") {
    @Override
    String path(StockSeed stock, Random random) {
      return itemsOf(stock, random) + "&greaterThan=" + StockSeed.HALF;
    }
  },
  /** An item's total. */
  R3("R3, an item in all warehouses") {
    @Override
    String path(StockSeed stock, Random random) {
      return "/items/" + StockSeed.item(random.nextInt(stock.items()));
    }
  };

  /** The entries of a page. */
  static final int PAGE = 100;

  private final String title;

  Report(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** The next path to ask for, the same on both sides. */
  abstract String path(StockSeed stock, Random random);

  /** How many entries an answer has. */
  int entries(StockSeed stock) {
    return this == R3 ? stock.warehouses() : PAGE;
  }

  private static String itemsOf(StockSeed stock, Random random) {
    String warehouse = StockSeed.warehouse(random.nextInt(stock.warehouses()));
    String encoded = URLEncoder.encode(warehouse, StandardCharsets.UTF_8).replace("+", "%20");
    return "/warehouses/" + encoded + "/items?limit=" + PAGE;
  }
}
