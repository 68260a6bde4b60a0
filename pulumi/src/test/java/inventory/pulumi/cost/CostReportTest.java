package inventory.pulumi.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostReportTest {

  private static final Path DOCS = Path.of("../docs");

  @Test
  void thePageIsWhatTheProgramPrints() throws IOException {
    assertThat(Files.readString(DOCS.resolve("cost.md")))
        .as("after a change: java -cp … inventory.pulumi.cost.CostReport > docs/cost.md")
        .isEqualTo(CostReport.text());
  }

  @Test
  void idleItCostsLessThanTenDollars() {
    assertThat(CostReport.idle()).isPositive().isLessThan(BigDecimal.TEN);
  }

  @Test
  void theWriteUnitsAreThoseOfTheBenchmark() throws IOException {
    assertThat(Files.readAllLines(DOCS.resolve("benchmark.md")))
        .as("write units per 1,000 rows, the loader's and ours")
        .anyMatch(
            line ->
                line.startsWith("| 200 files of 200 rows")
                    && line.contains("| 1,000 / %,d |".formatted(Load.WRITE_UNITS)));
  }

  @Test
  void aWarehouseDropsAFileEveryFiveMinutes() {
    Load load = new Load(1);
    assertThat(load.files()).isEqualTo(8_760);
    assertThat(load.rows()).isEqualTo(1_752_000);
    assertThat(load.rowsPerSecond()).isBetween(0.66, 0.67);
    assertThat(new Load(10_000).ingestTasks()).isEqualTo(7);
  }

  @Test
  void writesCostTheirUnitsTimesTheirPrice() {
    Use writes =
        new Load(1)
            .uses().stream()
                .filter(use -> use.price() == Price.TABLE_WRITES)
                .findFirst()
                .orElseThrow();
    // 1.752 million rows, 5.056 units each, 0.625 for a million.
    assertThat(writes.paid()).isBetween(new BigDecimal("5.536"), new BigDecimal("5.537"));
  }

  @Test
  void whatIsFreeIsTakenOffAndNeverMoreThanThereIs() {
    assertThat(Use.of(Price.ALARM, 12, "").paid()).isEqualByComparingTo("0.20");
    assertThat(Use.of(Price.ALARM, 9, "").paid()).isEqualByComparingTo("0");
    assertThat(Use.of(Price.ALARM, 12, "").listed()).isEqualByComparingTo("1.20");
  }

  @Test
  void eachUseIsListedOnce() {
    List<Price> prices = new Load(100).uses().stream().map(Use::price).toList();
    assertThat(prices).doesNotHaveDuplicates().hasSizeGreaterThan(10);
  }
}
