package inventory.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.FileStatus;
import inventory.model.StockKey;
import inventory.model.StockState;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GeneratorTest {

  private static final LocalDate DAY = LocalDate.of(2026, 2, 3);
  private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");

  @Test
  void theSameSeedMakesTheSameFiles() {
    assertThat(files(7)).isEqualTo(files(7)).isNotEqualTo(files(8));
  }

  @Test
  void everyGoodRowOfAFileIsAmongItsFactsAndNoBadOne() {
    List<DemoFile> sales = new Generator(1, DAY).sales();
    for (DemoFile file : sales) {
      long rows = file.text().lines().count() - 1;
      assertThat(file.facts().size() + file.badRows()).as(file.key()).isEqualTo((int) rows);
    }
    assertThat(sales).filteredOn(file -> file.expected() == FileStatus.PARTIAL).hasSize(3);
  }

  @Test
  void theFactsOfATabFileAreWhatItsTextSays() {
    DemoFile file = new Generator(3, DAY).delivery();
    Map<StockKey, BigInteger> read = new HashMap<>();
    for (String line : file.text().lines().skip(1).toList()) {
      List<String> cells = List.of(line.split("\t", -1));
      read.merge(
          new StockKey(cells.get(1), cells.get(2)), new BigInteger(cells.get(4)), BigInteger::add);
    }
    ExpectedLevels levels = new ExpectedLevels();
    levels.add(file, NOON);
    assertThat(levels.levels()).isEqualTo(read).hasSize(32);
  }

  @Test
  void theSalesComeInAllDelimitersWithAndWithoutByteOrderMark() {
    List<DemoFile> sales = new Generator(1, DAY).sales();
    assertThat(sales.get(0).text()).startsWith("Timestamp\tWarehouseName\t").doesNotContain("\r");
    assertThat(sales.get(1).text()).startsWith("Timestamp,WarehouseName,").contains("\r\n");
    assertThat(sales.get(2).text()).startsWith("\uFEFFTimestamp;WarehouseName;");
  }

  @Test
  void aLevelIsTheLatestCountPlusWhatIsLater() {
    StockKey key = new StockKey("W", "i");
    ExpectedLevels levels = new ExpectedLevels();
    levels.add(file(new Fact(key, Optional.of(NOON.plusSeconds(5)), -3)), NOON.plusSeconds(60));
    levels.add(file(new Fact(key, Optional.of(NOON.minusSeconds(5)), 100)), NOON.plusSeconds(60));
    assertThat(levels.levels()).containsEntry(key, BigInteger.valueOf(97));

    levels.add(file(new Fact(key, Optional.empty(), 20)), NOON);
    assertThat(levels.levels()).containsEntry(key, BigInteger.valueOf(17));

    levels.add(file(new Fact(key, Optional.empty(), 1)), NOON.minusSeconds(60));
    assertThat(levels.levels()).containsEntry(key, BigInteger.valueOf(17));
  }

  @Test
  void theThresholdsAreOfTheDayAndMakeLowWhatIsNot() {
    Generator generator = new Generator(4, DAY);
    ExpectedLevels levels = new ExpectedLevels();
    levels.add(generator.delivery(), NOON);
    generator.sales().forEach(file -> levels.add(file, NOON));
    ExpectedThresholds thresholds = new ExpectedThresholds();
    Map<StockKey, StockState> before = thresholds.states(levels.levels());

    DemoFile file = generator.thresholds(levels.levels());
    thresholds.add(file);

    assertThat(file.key()).isEqualTo("restock_thresholds/2026/02/03/restock_thresholds.json");
    assertThat(file.goodRows()).isEqualTo(2);
    Threshold own = file.thresholds().get(1);
    StockKey key = new StockKey(own.warehouse().orElseThrow(), own.itemId());
    assertThat(before).containsEntry(key, StockState.OK);
    assertThat(thresholds.states(levels.levels())).containsEntry(key, StockState.LOW);
  }

  @Test
  void aThresholdFileSaysWhatItsEntriesAre() {
    DemoFile file =
        ThresholdFile.of(
            "k.json",
            List.of(
                new Threshold("a", Optional.empty(), 25),
                new Threshold("b", Optional.of("Berlin 1"), 3)));
    assertThat(file.text().replaceAll("\\s", ""))
        .isEqualTo(
            "{\"ThresholdList\":[{\"ItemId\":\"a\",\"RestockIfBelow\":25},"
                + "{\"ItemId\":\"b\",\"WarehouseName\":\"Berlin1\",\"RestockIfBelow\":3}]}");
    assertThat(file.expected()).isEqualTo(FileStatus.APPLIED);
  }

  @Test
  void theWarehousesOwnThresholdComesBeforeTheItemsAndThatBeforeTen() {
    ExpectedThresholds thresholds = new ExpectedThresholds();
    thresholds.add(
        ThresholdFile.of(
            "k.json",
            List.of(
                new Threshold("a", Optional.empty(), 25),
                new Threshold("a", Optional.of("W"), 3))));
    assertThat(thresholds.of(new StockKey("W", "a"))).isEqualTo(3);
    assertThat(thresholds.of(new StockKey("V", "a"))).isEqualTo(25);
    assertThat(thresholds.of(new StockKey("W", "b"))).isEqualTo(10);
  }

  @Test
  void theSamplesAddUpToTheLevelsInThem() {
    ExpectedLevels levels = new ExpectedLevels();
    levels.add(Samples.transactions(), NOON);
    levels.add(Samples.counts(), NOON);
    assertThat(levels.levels())
        .hasSize(11)
        .containsEntry(new StockKey("Berlin 1", "a123v5"), BigInteger.valueOf(-3))
        .containsEntry(new StockKey("Borkum 1", "g45678"), BigInteger.valueOf(500))
        .containsEntry(new StockKey("Berlin", "Echo Plus"), BigInteger.ZERO);
  }

  private static List<DemoFile> files(long seed) {
    Generator generator = new Generator(seed, DAY);
    List<DemoFile> files = new ArrayList<>(List.of(generator.delivery()));
    files.addAll(generator.sales());
    files.add(generator.count("Hamburg 2"));
    files.add(generator.salesFrom(NOON, "Hamburg 2"));
    return files;
  }

  private static DemoFile file(Fact fact) {
    return new DemoFile("f.csv", "", List.of(fact), FileStatus.APPLIED, 0);
  }
}
