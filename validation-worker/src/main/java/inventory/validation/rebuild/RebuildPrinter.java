package inventory.validation.rebuild;

import inventory.model.StockKey;
import java.io.PrintStream;
import java.math.BigInteger;
import java.util.Optional;

/** Prints the differences as a table, each as it is found, as there may be many. */
final class RebuildPrinter implements Report {

  private static final String LINE = "%-24s %-24s %16s %16s  %s";

  private final PrintStream out;
  private boolean hasHeader;

  RebuildPrinter(PrintStream out) {
    this.out = out;
  }

  @Override
  public void difference(Difference difference) {
    if (!hasHeader) {
      print("WAREHOUSE", "ITEM", "IN THE TABLE", "BY THE FILES", "WHY");
      hasHeader = true;
    }
    StockKey key = difference.key();
    print(
        key.warehouse(),
        key.itemId(),
        units(difference.stored()),
        units(difference.right()),
        difference.why());
  }

  @Override
  public void unproved(String what) {
    out.println("Not proved: " + what);
  }

  /** The last line. */
  void end(Outcome outcome) {
    String mended = outcome.mended() > 0 ? ", %,d mended".formatted(outcome.mended()) : "";
    out.println(
        "%,d items in warehouses by %,d files: %s%s"
            .formatted(outcome.items(), outcome.files(), differences(outcome), mended));
  }

  /** Why nothing could be told. */
  void failed(String reason) {
    out.println("The rebuild could not be done. " + reason);
  }

  private static String differences(Outcome outcome) {
    return switch ((int) Math.min(outcome.differences(), 2)) {
      case 0 -> "no differences";
      case 1 -> "1 difference";
      default -> "%,d differences".formatted(outcome.differences());
    };
  }

  private void print(String warehouse, String item, String stored, String right, String why) {
    out.println(LINE.formatted(warehouse, item, stored, right, why));
  }

  private static String units(Optional<BigInteger> units) {
    return units.map(BigInteger::toString).orElse("none");
  }
}
