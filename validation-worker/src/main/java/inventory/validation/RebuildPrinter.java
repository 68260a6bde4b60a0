package inventory.validation;

import inventory.model.StockKey;
import inventory.validation.rebuild.Difference;
import inventory.validation.rebuild.DifferenceReport;
import inventory.validation.rebuild.RebuildResult;
import java.io.PrintStream;
import java.math.BigInteger;
import java.util.Optional;

/** Prints differences as rows of a table as they are found; there may be many. */
final class RebuildPrinter implements DifferenceReport {

  private static final String LINE = "%-24s %-24s %16s %16s  %s";

  private final PrintStream out;
  private boolean hasHeader;

  RebuildPrinter(PrintStream out) {
    this.out = out;
  }

  @Override
  public void difference(Difference difference) {
    if (!hasHeader) {
      print("WAREHOUSE", "ITEM", "IN THE TABLE", "FROM THE FILES", "WHY");
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
  public void counter(String what) {
    out.println("Counted wrong: " + what);
  }

  @Override
  public void unverified(String what) {
    out.println("Not verified: " + what);
  }

  /** Prints the last line. */
  void end(RebuildResult result) {
    String differences =
        result.differences() == 0 ? "no differences" : count(result.differences(), "difference");
    String fixed = result.fixed() > 0 ? ", %,d fixed".formatted(result.fixed()) : "";
    out.println(
        "%s compared with %s: %s%s"
            .formatted(
                count(result.items(), "level"), count(result.files(), "file"), differences, fixed));
  }

  /** Prints why the rebuild failed. */
  void failed(String reason) {
    out.println("The rebuild failed. " + reason);
  }

  private static String count(long number, String noun) {
    return number == 1 ? "1 " + noun : "%,d %ss".formatted(number, noun);
  }

  private void print(String warehouse, String item, String stored, String right, String why) {
    out.println(LINE.formatted(warehouse, item, stored, right, why));
  }

  private static String units(Optional<BigInteger> units) {
    return units.map(BigInteger::toString).orElse("none");
  }
}
