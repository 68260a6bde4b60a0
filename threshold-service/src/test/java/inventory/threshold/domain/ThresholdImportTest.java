package inventory.threshold.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.Upload;
import inventory.testkit.Fuse.Crash;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThresholdImportTest {

  private static final String KEY = "restock_thresholds/2026/11/21/restock_thresholds.json";
  private static final String A = entry("a", "5");
  private static final String B = entry("b", "6");
  private static final String B_IN_BERLIN =
      "{\"ItemId\":\"b\",\"WarehouseName\":\"Berlin\",\"RestockIfBelow\":7}";
  private static final String BAD = entry("c", "-1");

  private final World world = new World();

  private static String entry(String item, String threshold) {
    return "{\"ItemId\":\"%s\",\"RestockIfBelow\":%s}".formatted(item, threshold);
  }

  private static String file(String... entries) {
    return Arrays.stream(entries).collect(Collectors.joining(",\n", "{\"ThresholdList\":[", "]}"));
  }

  private Outcome take(String... entries) {
    return world.take(world.upload(KEY, file(entries)));
  }

  @Test
  void thresholdsAreSetAndTheirItemsNamed() {
    Outcome outcome = take(A, B, B_IN_BERLIN);

    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                FileStatus.APPLIED, FileKind.THRESHOLDS, 3, 0, "", Optional.empty(), List.of()));
    assertThat(world.threshold("a")).hasValue(5);
    assertThat(world.threshold("b")).hasValue(6);
    assertThat(world.threshold("b", "Berlin")).hasValue(7);
    assertThat(world.announced).containsExactly(List.of("a", "b", "Berlin/b"));
  }

  @Test
  void aBadEntryGoesToTheRejectsAndTheGoodOnesApply() {
    Outcome outcome = take(A, BAD, B);

    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                FileStatus.PARTIAL,
                FileKind.THRESHOLDS,
                2,
                1,
                "1 entry was rejected",
                Optional.of("rejected/" + KEY),
                List.of(
                    "entry 2, field RestockIfBelow: -1 is not a whole number from 0 to"
                        + " 9223372036854775807")));
    assertThat(world.threshold("a")).hasValue(5);
    assertThat(world.threshold("b")).hasValue(6);
    assertThat(world.threshold("c")).isEmpty();
    assertThat(world.announced).containsExactly(List.of("a", "b"));
  }

  @Test
  void aRejectsFileThatWasCorrectedCanBeDroppedAsItIs() {
    take(A, BAD, "7");
    String corrected = world.rejects.get("rejected/" + KEY).replace("-1", "11");

    Outcome outcome = world.take(world.upload(KEY, corrected));

    assertThat(world.threshold("c")).hasValue(11);
    assertThat(outcome.rowsApplied()).isEqualTo(1);
    assertThat(outcome.reason())
        .isEqualTo("1 entry was rejected; unknown fields ignored: \"Entry\"");
    assertThat(outcome.firstRejects()).containsExactly("entry 2, field ItemId: is missing");
  }

  @Test
  void equalEntriesAreOneThreshold() {
    Outcome outcome = take(A, A, entry("a", "5.0"));

    assertThat(outcome.status()).isEqualTo(FileStatus.APPLIED);
    assertThat(outcome.rowsApplied()).isEqualTo(3);
    assertThat(world.announced).containsExactly(List.of("a"));
  }

  @Test
  void entriesThatDisagreeAreAllRejected() {
    Outcome outcome = take(A, B, entry("a", "50"), A, B_IN_BERLIN);

    assertThat(outcome.status()).isEqualTo(FileStatus.PARTIAL);
    assertThat(outcome.rowsApplied()).isEqualTo(2);
    assertThat(outcome.rowsRejected()).isEqualTo(3);
    assertThat(outcome.firstRejects())
        .containsExactly(
            "entry 1, field RestockIfBelow: the same item is in entries 3, 4 too, and they"
                + " differ; keep the right one",
            "entry 3, field RestockIfBelow: the same item is in entries 1, 4 too, and they"
                + " differ; keep the right one",
            "entry 4, field RestockIfBelow: the same item is in entries 1, 3 too, and they"
                + " differ; keep the right one");
    assertThat(world.threshold("a")).isEmpty();
    assertThat(world.threshold("b")).hasValue(6);
    assertThat(world.threshold("b", "Berlin")).hasValue(7);
    assertThat(world.announced).containsExactly(List.of("b", "Berlin/b"));
  }

  @Test
  void aReasonNamesTenOfManyEntriesThatDisagree() {
    String[] entries =
        IntStream.range(0, 30).mapToObj(i -> entry("a", "" + i)).toArray(String[]::new);

    Outcome outcome = take(entries);

    assertThat(outcome.rowsRejected()).isEqualTo(30);
    assertThat(outcome.firstRejects()).hasSize(Outcome.MAX_FIRST_REJECTS);
    assertThat(outcome.firstRejects().get(1))
        .startsWith(
            "entry 2, field RestockIfBelow: the same item is in entries 1, 3, 4, 5, 6, 7, 8, 9,"
                + " 10, 11 and 19 more too,");
    assertThat(world.rejects.get("rejected/" + KEY))
        .contains("the same item is in entries 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 19 more too");
  }

  @Test
  void anOlderFileThatComesLaterChangesNothingAndSaysSo() {
    String yesterday = "restock_thresholds/2026/11/20/restock_thresholds.json";
    take(A);

    Outcome outcome = world.take(world.upload(yesterday, file(entry("a", "50"), entry("b", "60"))));

    assertThat(outcome.status()).isEqualTo(FileStatus.PARTIAL);
    assertThat(outcome.rowsApplied()).isEqualTo(1);
    assertThat(outcome.rowsRejected()).isZero();
    assertThat(outcome.reason())
        .isEqualTo("1 threshold is older than the current value and ignored");
    assertThat(world.threshold("a")).hasValue(5);
    assertThat(world.threshold("b")).hasValue(60);
  }

  @Test
  void aDayThatIsStillToComeDoesNotKeepLaterFilesOut() {
    Outcome outcome =
        world.take(world.upload("restock_thresholds/2099/01/01/a.json", file(entry("a", "50"))));
    take(A);

    assertThat(outcome.reason())
        .isEqualTo("the key's day 2099-01-01 is in the future, so the day of the upload is used");
    assertThat(world.threshold("a")).hasValue(5);
  }

  @Test
  void unknownFieldsAreIgnoredAndNamed() {
    Outcome outcome =
        take("{\"ItemId\":\"a\",\"RestockIfBelow\":5,\"Warehousename\":\"Berlin\",\"x\":1}");

    assertThat(outcome.status()).isEqualTo(FileStatus.APPLIED);
    assertThat(outcome.reason()).isEqualTo("unknown fields ignored: \"Warehousename\", \"x\"");
    assertThat(world.threshold("a")).hasValue(5);
  }

  @Test
  void aFileWithoutGoodEntriesIsPartialAndNamesNoItem() {
    Outcome outcome = take(BAD);

    assertThat(outcome.status()).isEqualTo(FileStatus.PARTIAL);
    assertThat(outcome.rowsApplied()).isZero();
    assertThat(outcome.reason()).isEqualTo("1 entry was rejected; the file sets nothing");
    assertThat(world.announced).isEmpty();
  }

  @Test
  void aFileThatSetsNothingSaysSo() {
    take(A);
    String yesterday = "restock_thresholds/2026/11/20/restock_thresholds.json";

    Outcome older = world.take(world.upload(yesterday, file(entry("a", "50"), entry("a", "50"))));
    Outcome empty = world.take(world.upload(KEY, file()));

    assertThat(older.status()).isEqualTo(FileStatus.PARTIAL);
    assertThat(older.rowsApplied()).isZero();
    assertThat(older.reason())
        .isEqualTo(
            "1 threshold is older than the current value and ignored; the file sets nothing");
    assertThat(empty.status()).isEqualTo(FileStatus.PARTIAL);
    assertThat(empty.reason()).isEqualTo("the ThresholdList is empty; the file sets nothing");
  }

  @Test
  void nullRemovesAThreshold() {
    take(A, B_IN_BERLIN);

    Outcome outcome = take(entry("a", "null"));

    assertThat(outcome.status()).isEqualTo(FileStatus.APPLIED);
    assertThat(world.threshold("a")).isEmpty();
    assertThat(world.threshold("b", "Berlin")).hasValue(7);
    assertThat(world.announced).last().isEqualTo(List.of("a"));
  }

  @Test
  void aNumberThatNoComputerCanRepresentIsARejectOfItsEntryAlone() {
    Outcome outcome = take(A, entry("c", "1e99999999999"), entry("d", "9".repeat(5_000)));

    assertThat(outcome.status()).isEqualTo(FileStatus.PARTIAL);
    assertThat(outcome.rowsApplied()).isEqualTo(1);
    assertThat(outcome.firstRejects())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("entry 2, field RestockIfBelow: is the text \"1e99999999999\"");
    assertThat(world.threshold("a")).hasValue(5);
  }

  @Test
  void aFileThatIsBrokenAtItsEndSetsNothing() {
    Upload upload = world.upload(KEY, "{\"ThresholdList\":[" + A + ",");

    assertThat(world.take(upload))
        .isEqualTo(
            Outcome.unapplied(
                FileStatus.REJECTED,
                FileKind.THRESHOLDS,
                "the JSON is truncated, near line 1, column 53"));
    assertThat(world.threshold("a")).isEmpty();
    assertThat(world.announced).isEmpty();
    assertThat(world.published).containsExactly(upload.fileId());
  }

  @Test
  void aFileThatWasDeletedIsRejectedWithTheReason() {
    Upload upload = world.upload(KEY, file(A));
    world.delete(upload);

    assertThat(world.take(upload).reason())
        .isEqualTo("the file was deleted before it could be read");
  }

  @Test
  void aFileThatIsFinishedIsOnlyToldOfAgain() {
    Upload upload = world.upload(KEY, file(A));
    world.take(upload);
    world.delete(upload);

    assertThat(world.take(upload).status()).isEqualTo(FileStatus.APPLIED);
    assertThat(world.announced).hasSize(1);
    assertThat(world.published).containsExactly(upload.fileId(), upload.fileId());
  }

  @Test
  void aCrashAtAnyMomentChangesNothingOfTheOutcome() {
    String content = file(A, BAD, B, B_IN_BERLIN);
    Outcome expected = world.take(world.upload(KEY, content));
    int moment = 0;
    boolean crashed = true;
    while (crashed) {
      moment++;
      World crashing = new World();
      Upload upload = crashing.upload(KEY, content);
      crashing.fuse.crashAt(moment);
      crashed = crashes(crashing, upload);

      Outcome outcome = crashing.take(upload);

      assertThat(outcome).as("moment %s", moment).isEqualTo(expected);
      assertThat(crashing.threshold("a")).hasValue(5);
      assertThat(crashing.threshold("b")).hasValue(6);
      assertThat(crashing.threshold("b", "Berlin")).hasValue(7);
      assertThat(crashing.rejects).isEqualTo(world.rejects);
      assertThat(crashing.announced).isNotEmpty();
      assertThat(crashing.announced).allMatch(List.of("a", "b", "Berlin/b")::equals);
      assertThat(crashing.published).contains(upload.fileId());
    }
    assertThat(moment).as("moments at which it can die").isGreaterThan(16);
  }

  @Test
  void aFileWhoseOriginalIsGoneAfterACrashIsNeverRejectedOnceThresholdsMayBeSet() {
    String content = file(A, B);
    int moment = 0;
    int incomplete = 0;
    boolean crashed = true;
    while (crashed) {
      moment++;
      World crashing = new World();
      Upload upload = crashing.upload(KEY, content);
      crashing.fuse.crashAt(moment);
      crashed = crashes(crashing, upload);
      crashing.delete(upload);

      Outcome outcome = crashing.take(upload);

      if (outcome.status() == FileStatus.REJECTED) {
        assertThat(crashing.threshold("a")).as("moment %s", moment).isEmpty();
      } else if (outcome.status() == FileStatus.INCOMPLETE) {
        incomplete++;
        assertThat(crashing.take(crashing.upload(KEY, content)).status())
            .isEqualTo(FileStatus.APPLIED);
      }
      assertThat(crashing.published).contains(upload.fileId());
    }
    assertThat(incomplete).isGreaterThan(3);
  }

  private static boolean crashes(World world, Upload upload) {
    try {
      world.take(upload);
      return false;
    } catch (Crash e) {
      return true;
    } finally {
      world.fuse.reset();
    }
  }

  @Test
  void aFailureLeavesTheFileToBeTriedAgain() {
    Upload upload = world.upload(KEY, file(A));
    world.fuse.crashAt(5);

    assertThatThrownBy(() -> world.take(upload)).isInstanceOf(Crash.class);
    assertThat(world.files.find(upload.fileId()).status().finished()).isFalse();
  }
}
