package inventory.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.launcher.generate.FileDrop;
import inventory.launcher.generate.FileDrop.FileTarget;
import inventory.launcher.generate.Pace;
import inventory.launcher.generate.Totals;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.StockKey;
import inventory.model.StockState;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFilesTest {

  private static final Instant START = Instant.parse("2026-11-28T08:00:00Z");

  @TempDir private Path folder;
  private FileDrop drop;

  @BeforeEach
  void generate() throws Exception {
    drop = new FileDrop(FileTarget.folder(folder), Pace.unlimited(), () -> {});
    DemoFiles files = new DemoFiles(2026, START, drop);
    Samples.drop(drop);
    files.delivery();
    files.sales();
    files.count();
    files.salesAfterCount();
    files.thresholds();
  }

  private Totals totals() {
    return drop.totals(Totals.Kind.FILES, 2026);
  }

  @Test
  void theLevelsOfTheCountedWarehouseAreTheCountMinusTheLaterSales() throws Exception {
    Map<String, BigInteger> expected =
        rows("inventory-hamburg-2.csv", ";").stream()
            .collect(Collectors.toMap(row -> row.get(1), row -> new BigInteger(row.get(2))));
    String last =
        totals().files().stream()
            .filter(file -> file.kind() == FileKind.TRANSACTIONS)
            .reduce((first, second) -> second)
            .orElseThrow()
            .key();
    rows(last, "\t")
        .forEach(row -> expected.merge(row.get(2), new BigInteger(row.get(4)), BigInteger::add));
    Map<String, BigInteger> actual =
        totals().levels().stream()
            .filter(level -> level.warehouse().equals("Hamburg 2"))
            .collect(Collectors.toMap(Totals.Level::itemId, Totals.Level::stockLevel));
    assertThat(actual).isEqualTo(expected).hasSize(8);
  }

  @Test
  void aSampleIsADuplicateAndSomeFilesHaveBadRows() {
    assertThat(totals().files())
        .hasSize(31)
        .extracting(Totals.File::status)
        .contains(FileStatus.APPLIED, FileStatus.PARTIAL, FileStatus.DUPLICATE);
    assertThat(totals().levels()).hasSize(43);
  }

  @Test
  void theThresholdsMakeLowWhatIsNotLow() {
    assertThat(totals().thresholds()).hasSize(2);
    Totals.Threshold own = totals().thresholds().get(1);
    BigInteger level =
        drop.levels().levels().get(new StockKey(own.warehouse(), own.itemId())).units();
    assertThat(StockState.of(level, StockState.DEFAULT_THRESHOLD)).isEqualTo(StockState.OK);
    assertThat(StockState.of(level, own.restockIfBelow())).isEqualTo(StockState.LOW);
  }

  private List<List<String>> rows(String key, String delimiter) throws Exception {
    return Files.readString(folder.resolve(key))
        .lines()
        .skip(1)
        .map(line -> List.of(line.split(delimiter)))
        .toList();
  }
}
