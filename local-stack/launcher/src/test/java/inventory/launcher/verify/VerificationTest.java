package inventory.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.launcher.generate.Totals;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Compares totals with the answers of a reporting API. */
class VerificationTest {

  private static final String DAY = "/files";

  private ReportingStub api;

  @BeforeEach
  void start() throws IOException {
    api = new ReportingStub();
    api.answer("/warehouses", "{\"warehouses\":[{\"name\":\"Z 1\"}]}");
    api.answer(
        "/levels?warehouse=Z%201",
        """
        {"items":[{"itemId":"a","stockLevel":5,"restockIfBelow":3,"removed":false},
                  {"itemId":"b","stockLevel":-2,"restockIfBelow":10,"removed":true}]}""");
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void expectedLevelsAndListsAreNotDifferences() throws Exception {
    assertThat(differences(level("Z 1", "a", 5, false), level("Z 1", "b", -2, true))).isEmpty();
    // Files do not say whether an item is on the list.
    assertThat(differences(level("Z 1", "b", -2, null))).isEmpty();
  }

  @Test
  void eachDifferentLevelIsReportedWithBothValues() throws Exception {
    assertThat(
            differences(
                level("Z 1", "a", 6, true),
                level("Z 1", "c", 1, false),
                level("N 1", "a", 0, null)))
        .containsExactly(
            "the level of a in N 1 is missing, but should be 0",
            "the level of a in Z 1 is 5, but should be 6",
            "a in Z 1 is on the list, but should be off the list",
            "the level of c in Z 1 is missing, but should be 1");
  }

  @Test
  void thresholdsAreComparedWithThoseNextToLevels() throws Exception {
    api.answer(
        "/item?itemId=a", "{\"itemId\":\"a\",\"total\":5,\"restockIfBelow\":7,\"warehouses\":[]}");
    assertThat(differences(new Totals.Threshold("a", "Z 1", 3), new Totals.Threshold("a", null, 7)))
        .isEmpty();
    assertThat(
            differences(
                new Totals.Threshold("a", "Z 1", 4),
                new Totals.Threshold("x", "Z 1", 4),
                new Totals.Threshold("a", null, 8),
                new Totals.Threshold("x", null, 8)))
        .containsExactly(
            "the threshold of a in Z 1 is 3, but should be 4",
            "the threshold of x in Z 1 is not visible, because reports show it next to a"
                + " level, but should be 4",
            "the threshold of a in all warehouses is 7, but should be 8",
            "the threshold of x in all warehouses is not visible, because reports show it"
                + " next to a level, but should be 8");
  }

  @Test
  void eitherOfTwoFilesWithTheSameContentMayBeTheDuplicate() throws Exception {
    Totals.File first = file("k.csv", FileStatus.PARTIAL, 8, 2, null);
    Totals.File second = file("again.csv", FileStatus.DUPLICATE, 0, 0, "k.csv");
    api.answer(
        DAY, records(record("k.csv", "PARTIAL", 8, 2), record("again.csv", "DUPLICATE", 0, 0)));
    assertThat(differences(first, second)).isEmpty();
    api.answer(
        DAY, records(record("again.csv", "PARTIAL", 8, 2), record("k.csv", "DUPLICATE", 0, 0)));
    assertThat(differences(first, second)).isEmpty();
    api.answer(
        DAY, records(record("again.csv", "PARTIAL", 8, 2), record("k.csv", "PARTIAL", 8, 2)));
    assertThat(differences(first, second))
        .containsExactly(
            "k.csv; again.csv: the record is TRANSACTIONS PARTIAL, 8 applied and 2 rejected;"
                + " TRANSACTIONS PARTIAL, 8 applied and 2 rejected, but should be TRANSACTIONS"
                + " PARTIAL, 8 applied and 2 rejected; TRANSACTIONS DUPLICATE, 0 applied and 0"
                + " rejected");
  }

  @Test
  void aFileWithoutARecordDiffersAndOneThatWasUploadedAgainDoesNot() throws Exception {
    api.answer(DAY, records(record("k.csv", "DUPLICATE", 0, 0), record("k.csv", "APPLIED", 9, 0)));
    assertThat(differences(file("k.csv", FileStatus.APPLIED, 9, 0, null))).isEmpty();
    assertThat(differences(file("n.csv", FileStatus.APPLIED, 9, 0, null)))
        .containsExactly(
            "n.csv: the record is missing, but should be TRANSACTIONS APPLIED, 9 applied and 0"
                + " rejected");
  }

  private static Totals.Level level(String warehouse, String item, long units, Boolean removed) {
    return new Totals.Level(warehouse, item, BigInteger.valueOf(units), removed);
  }

  private static Totals.File file(
      String key, FileStatus status, long applied, long rejected, String sameAs) {
    return new Totals.File(key, FileKind.TRANSACTIONS, status, applied, rejected, sameAs);
  }

  private static String record(String key, String status, long applied, long rejected) {
    return "{\"key\":\"%s\",\"kind\":\"TRANSACTIONS\",\"status\":\"%s\",\"rowsApplied\":%d,\"rowsRejected\":%d}"
        .formatted(key, status, applied, rejected);
  }

  private static String records(String... records) {
    return "{\"files\":[" + String.join(",", records) + "]}";
  }

  private List<String> differences(Totals.Level... levels) throws InterruptedException {
    return differences(List.of(levels), List.of(), List.of());
  }

  private List<String> differences(Totals.Threshold... thresholds) throws InterruptedException {
    return differences(List.of(), List.of(), List.of(thresholds));
  }

  private List<String> differences(Totals.File... files) throws InterruptedException {
    return differences(List.of(), List.of(files), List.of());
  }

  private List<String> differences(
      List<Totals.Level> levels, List<Totals.File> files, List<Totals.Threshold> thresholds)
      throws InterruptedException {
    Totals totals =
        new Totals(Totals.VERSION, Totals.Kind.FILES, 1, 0, 0, 0, 0, levels, files, thresholds);
    return new Verification(new ReportingClient(api.url(), "any"), totals).differences();
  }
}
