package inventory.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.launcher.validation.ValidationRun;
import inventory.model.FileStatus;
import inventory.model.RunState;
import inventory.model.StockKey;
import inventory.model.StockState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final StockKey MUG = new StockKey("Hamburg 2", "c77m20");
  private static final StockKey TEA = new StockKey("Zürich 1", "t90k04");
  private static final String TABLE =
      """
      Stock of 2 items is below the threshold.

      Warehouse  Item    Name        Level  Threshold  State         Order
      Hamburg 2  c77m20  Mug, 0.3 l     -1         10  OUT OF STOCK     21
      Zürich 1   t90k04  Tee, grün       9         10  low              11
      Zürich 1   r345v7  Kaffee         10         10  recovered

      Seen after the file a.csv
      """;

  private final Comparison comparison = new Comparison();

  @Test
  void theRowsOfAnEmailAreReadAndNothingElseInIt() {
    assertThat(StockMention.in(List.of(letter("Low stock", TABLE))))
        .containsExactly(
            new StockMention(MUG, StockState.OUT), new StockMention(TEA, StockState.LOW));
  }

  @Test
  void whatIsLowAndWasNotToldIsADifference() {
    comparison.told(Map.of(MUG, StockState.LOW, TEA, StockState.OK), List.of());
    assertThat(comparison.differences())
        .containsExactly(
            "what purchasing was told of c77m20 in Hamburg 2 is null, but should be LOW");
  }

  @Test
  void whatIsOutAndWasToldAsLowIsADifferenceButNotTheOtherWayRound() {
    List<StockMention> mentions =
        List.of(new StockMention(MUG, StockState.LOW), new StockMention(TEA, StockState.OUT));
    comparison.told(Map.of(TEA, StockState.LOW), mentions);
    assertThat(comparison.differences()).isEmpty();
    comparison.told(Map.of(MUG, StockState.OUT), mentions);
    assertThat(comparison.differences()).hasSize(1);
  }

  @Test
  void aValidationThatFindsWhatIsThereAndNothingElseIsRight() {
    List<DemoFile> files =
        List.of(
            new DemoFile("a.csv", "", List.of(), FileStatus.APPLIED, 0),
            new DemoFile("b.csv", "", List.of(), FileStatus.PARTIAL, 2));
    List<Mailbox.Letter> told =
        List.of(new Mailbox.Letter("a@example.com", "operations@example.com", "Validation", ""));

    comparison.validation(
        run(RunState.COMPLETED, 2, Map.of("rejected", 1L, "zero-change", 7L)), files, told);
    assertThat(comparison.differences()).isEmpty();

    comparison.validation(run(RunState.FAILED, 1, Map.of("level", 1L)), files, List.of());
    assertThat(comparison.differences())
        .containsExactlyInAnyOrder(
            "the state of the validation is FAILED, but should be COMPLETED",
            "the number of files validated is 1, but should be 2",
            "the findings of level is 1, but should be 0",
            "the findings of rejected is 0, but should be 1",
            "the recipients of e-mails about the validation is [], but should be"
                + " [operations@example.com]");
  }

  private static ValidationRun run(RunState state, long files, Map<String, Long> findings) {
    return new ValidationRun("1", state, files, 5, findings, List.of(), Optional.empty());
  }

  @Test
  void ofTheThresholdsEachIsToldOnceAndNoOther() {
    StockMention mug = new StockMention(MUG, StockState.LOW);
    StockMention tea = new StockMention(TEA, StockState.LOW);
    Map<StockKey, StockState> both = Map.of(TEA, StockState.LOW, MUG, StockState.LOW);

    comparison.toldByThresholds(both, List.of(tea, mug));
    assertThat(comparison.differences()).isEmpty();
    comparison.toldByThresholds(both, List.of(tea, mug, mug));
    comparison.toldByThresholds(both, List.of(tea));
    comparison.toldByThresholds(Map.of(), List.of(tea));
    assertThat(comparison.differences()).hasSize(3);
  }

  @Test
  void operationsIsToldOfEachProblemOnceAndOfNothingElse() {
    List<DemoFile> files =
        List.of(file("good.csv", FileStatus.APPLIED), file("bad.csv", FileStatus.PARTIAL));
    Mailbox.Letter good = letter("File APPLIED: good.csv", "");
    Mailbox.Letter bad = letter("File PARTIAL: bad.csv", "");

    comparison.problems(files, List.of(bad));
    assertThat(comparison.differences()).isEmpty();
    comparison.problems(files, List.of(bad, bad, good));
    assertThat(comparison.differences())
        .containsExactly(
            "the number of e-mails to operations about good.csv is 1, but should be 0",
            "the number of e-mails to operations about bad.csv is 2, but should be 1");
  }

  private static DemoFile file(String key, FileStatus expected) {
    return new DemoFile(key, "", List.of(), expected, 0);
  }

  private static Mailbox.Letter letter(String subject, String body) {
    return new Mailbox.Letter("a@example.com", "b@example.com", subject, body);
  }
}
