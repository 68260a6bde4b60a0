package inventory.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.StockKey;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.Upload;
import inventory.testkit.Fuse.Crash;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileIngestionTest {

  private static final String HEADER =
      "Timestamp\tWarehouseName\tItemId\tItemName\tStockLevelChange\n";
  private static final String FIRST =
      HEADER
          + "2026-11-20T10:00:00Z\tBerlin\ta1\tEcho\t5\n"
          + "2026-11-20T10:00:00Z\tBerlin\ta1\tEcho\t5\n"
          + "2026-11-20T10:01:00Z\tBremen\tb2\tPlus\t-3\n";
  private static final String COUNT = "store,item,count\nBerlin,a1,70\n";

  private final World world = new World();

  @Test
  void aFileIsAppliedEqualRowsIncludedAndAnnounced() {
    Outcome outcome = world.ingest(world.upload("a.csv", FIRST));

    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                FileStatus.APPLIED, FileKind.TRANSACTIONS, 3, 0, "", Optional.empty(), List.of()));
    assertLevel("Berlin", "a1", 10);
    assertLevel("Bremen", "b2", -3);
    assertThat(world.announced).hasSize(1);
    assertThat(world.announced.get(0))
        .containsExactlyInAnyOrder(new StockKey("Berlin", "a1"), new StockKey("Bremen", "b2"));
  }

  @Test
  void aBadRowGoesToTheRejectsAndTheGoodOnesApply() {
    Outcome outcome =
        world.ingest(world.upload("a.csv", FIRST + "2026-11-20T10:00:00Z\tBerlin\t\tEcho\t5\n"));

    assertThat(outcome.status()).isEqualTo(FileStatus.PARTIAL);
    assertThat(outcome.rowsApplied()).isEqualTo(3);
    assertThat(outcome.rowsRejected()).isEqualTo(1);
    assertThat(outcome.reason()).isEqualTo("1 row was rejected");
    assertThat(outcome.rejectsKey()).contains("rejected/a.csv");
    assertThat(world.rejects.get("rejected/a.csv"))
        .endsWith("\n2026-11-20T10:00:00Z\tBerlin\t\tEcho\t5\t5\tItemId\tis empty\n");
    assertLevel("Berlin", "a1", 10);
  }

  @Test
  void aFileOfBadRowsAloneClaimsNothing() {
    String bad = HEADER + "2026-11-20T10:00:00Z\tBerlin\t\tEcho\t5\n";
    assertThat(world.ingest(world.upload("a.csv", bad)).status()).isEqualTo(FileStatus.PARTIAL);

    assertThat(world.ingest(world.upload("a.csv", FIRST)).status()).isEqualTo(FileStatus.APPLIED);
    assertThat(world.announced).hasSize(2);
  }

  @Test
  void theSameContentUnderTheSameOrAnotherKeyIsADuplicate() {
    Upload first = world.upload("a.csv", FIRST);
    world.ingest(first);

    Outcome sameKey = world.ingest(world.upload("a.csv", FIRST));
    Outcome otherKey = world.ingest(world.upload("b.csv", FIRST));

    assertThat(sameKey.status()).isEqualTo(FileStatus.DUPLICATE);
    assertThat(otherKey.status()).isEqualTo(FileStatus.DUPLICATE);
    assertThat(otherKey.reason())
        .isEqualTo("the same content was uploaded before, as a.csv, file " + first.fileId());
    assertLevel("Berlin", "a1", 10);
  }

  @Test
  void otherContentUnderAKeyThatWasAppliedIsHeld() {
    Upload first = world.upload("a.csv", FIRST);
    world.ingest(first);

    Outcome outcome = world.ingest(world.upload("a.csv", FIRST + "\n"));

    assertThat(outcome.status()).isEqualTo(FileStatus.HELD);
    assertThat(outcome.reason())
        .isEqualTo(
            "other content was uploaded under the key a.csv before, as file %s; it is not applied until an operator releases it"
                .formatted(first.fileId()));
    assertLevel("Berlin", "a1", 10);
  }

  @Test
  void aHeldFileThatIsReleasedIsAppliedOnceHoweverOftenItIsReleased() {
    world.ingest(world.upload("a.csv", FIRST));
    Upload held = world.upload("a.csv", FIRST + "\n");
    world.ingest(held);

    assertThat(world.release(held, FileStatus.HELD).status()).isEqualTo(FileStatus.APPLIED);
    assertLevel("Berlin", "a1", 20);

    world.release(held, FileStatus.HELD);
    world.ingest(held);
    assertLevel("Berlin", "a1", 20);
    assertThat(world.arrived).contains(held.fileId() + "-1", held.fileId() + "-2");
  }

  @Test
  void aDuplicateThatIsReleasedCountsAgain() {
    world.ingest(world.upload("a.csv", FIRST));
    Upload again = world.upload("b.csv", FIRST);
    assertThat(world.ingest(again).status()).isEqualTo(FileStatus.DUPLICATE);

    assertThat(world.release(again, FileStatus.DUPLICATE).status()).isEqualTo(FileStatus.APPLIED);
    assertLevel("Berlin", "a1", 20);
    world.release(again, FileStatus.DUPLICATE);
    assertLevel("Berlin", "a1", 20);
  }

  @Test
  void theContentOfAReleasedFileIsADuplicateWhenItComesAgain() {
    world.ingest(world.upload("a.csv", FIRST));
    Upload held = world.upload("a.csv", FIRST + "\n");
    world.ingest(held);
    world.release(held, FileStatus.HELD);

    assertThat(world.ingest(world.upload("c.csv", FIRST + "\n")).status())
        .isEqualTo(FileStatus.DUPLICATE);
    assertLevel("Berlin", "a1", 20);
  }

  @Test
  void aHeldFileWhoseContentWasAppliedMeanwhileIsADuplicateUntilItIsReleasedAsSuch() {
    world.ingest(world.upload("a.csv", FIRST));
    Upload held = world.upload("a.csv", FIRST + "\n");
    world.ingest(held);
    world.ingest(world.upload("c.csv", FIRST + "\n"));
    assertLevel("Berlin", "a1", 20);

    assertThat(world.release(held, FileStatus.HELD).status()).isEqualTo(FileStatus.DUPLICATE);
    world.release(held, FileStatus.HELD);
    assertLevel("Berlin", "a1", 20);

    assertThat(world.release(held, FileStatus.DUPLICATE).status()).isEqualTo(FileStatus.APPLIED);
    assertLevel("Berlin", "a1", 30);
  }

  @Test
  void aFileThatWasAppliedIsNotReleased() {
    Upload applied = world.upload("a.csv", FIRST);
    world.ingest(applied);

    assertThat(world.release(applied, FileStatus.HELD).status()).isEqualTo(FileStatus.APPLIED);
    assertLevel("Berlin", "a1", 10);
  }

  @Test
  void aCrashAtAnyMomentOfAReleaseLeavesItToTheNextDelivery() {
    int moment = 1;
    boolean crashed = true;
    while (crashed) {
      World crashing = new World();
      crashing.ingest(crashing.upload("a.csv", FIRST));
      Upload again = crashing.upload("b.csv", FIRST);
      crashing.ingest(again);
      crashing.fuse.crashAt(moment);
      crashed = crashes(() -> crashing.release(again, FileStatus.DUPLICATE));
      crashing.fuse.reset();

      // The notification of S3 may come once more, too, and before the request does.
      crashing.ingest(again);
      assertThat(crashing.release(again, FileStatus.DUPLICATE).status())
          .as("after a crash at moment %d", moment)
          .isEqualTo(FileStatus.APPLIED);
      assertThat(crashing.level("Berlin", "a1")).contains(BigInteger.valueOf(20));
      moment++;
    }
    assertThat(moment).isGreaterThan(10);
  }

  private static boolean crashes(Runnable work) {
    try {
      work.run();
      return false;
    } catch (Crash e) {
      return true;
    }
  }

  @Test
  void aCountFileIsANewFactEachTimeItIsUploaded() {
    world.ingest(world.upload("count.csv", COUNT));
    world.ingest(world.upload("a.csv", FIRST.replace("2026-11-20", "2026-11-22")));
    assertLevel("Berlin", "a1", 80);

    Outcome again = world.ingest(world.upload("count.csv", COUNT));

    assertThat(again.status()).isEqualTo(FileStatus.APPLIED);
    assertThat(again.kind()).isEqualTo(FileKind.COUNT);
    assertLevel("Berlin", "a1", 80);
  }

  @Test
  void anItemCountedTwiceInOneFileKeepsTheFirstCountAndRejectsTheSecond() {
    Outcome outcome = world.ingest(world.upload("count.csv", COUNT + "Berlin,a1,71\n"));

    assertThat(outcome.status()).isEqualTo(FileStatus.PARTIAL);
    assertThat(outcome.rowsApplied()).isEqualTo(1);
    assertThat(world.rejects.get("rejected/count.csv"))
        .endsWith(
            "Berlin,a1,71,3,item,\"the item was already counted in line 2, which applies\"\n");
    assertLevel("Berlin", "a1", 70);
  }

  @Test
  void aRepeatedCountIsRejectedOnceAlsoWithLittleMemory() {
    StringBuilder counts = new StringBuilder(COUNT);
    for (int i = 0; i < 2_000; i++) {
      counts.append("Berlin,i").append(i).append(",1\nBerlin,i").append(i).append(",2\n");
    }
    World little = new World(100_000);

    Outcome outcome = little.ingest(little.upload("count.csv", counts.toString()));

    assertThat(outcome.rowsApplied()).isEqualTo(2_001);
    assertThat(outcome.rowsRejected()).isEqualTo(2_000);
    assertThat(little.rejects.get("rejected/count.csv").lines().skip(1))
        .hasSize(2_000)
        .doesNotHaveDuplicates()
        .allMatch(line -> line.contains(",2,"));
    assertThat(little.level("Berlin", "i1999")).contains(BigInteger.ONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "store,item,count\nBerlin,mug,5\nBerlin,mug,6\n",
        "store,count,item\nBerlin,5,mug\nBerlin,6,mug\n",
        "item,store,count\nmug,Berlin,5\nmug,Berlin,6\n",
        "item,count,store\nmug,5,Berlin\nmug,6,Berlin\n",
        "count,store,item\n5,Berlin,mug\n6,Berlin,mug\n",
        "count,item,store\n5,mug,Berlin\n6,mug,Berlin\n",
        "RejectedLine,item,RejectedReason,store,count\n,mug,,Berlin,5\n3,mug,why,Berlin,6\n",
      })
  void theRejectsOfACountFileKeepTheOrderOfItsColumns(String counts) {
    world.ingest(world.upload("count.csv", counts));
    assertLevel("Berlin", "mug", 5);

    world.ingest(world.upload("again.csv", world.rejects.get("rejected/count.csv")));

    assertLevel("Berlin", "mug", 6);
    assertThat(world.level("mug", "Berlin")).isEmpty();
  }

  @Test
  void aRejectIsUnderItsColumnsAlsoIfTheRejectsColumnsComeFirst() {
    world.ingest(
        world.upload(
            "a.csv",
            "RejectedReason,Timestamp,WarehouseName,ItemId,ItemName,StockLevelChange\n"
                + "old,2026-11-20T10:00:00Z,Berlin,,Echo,5\n"));

    assertThat(world.rejects.get("rejected/a.csv"))
        .endsWith("\n2026-11-20T10:00:00Z,Berlin,,Echo,5,2,ItemId,is empty\n");
  }

  @Test
  void aFileThatCannotBeReadIsRejectedWithTheReason() {
    Outcome outcome = world.ingest(world.upload("a.csv", ""));

    assertThat(outcome)
        .isEqualTo(Outcome.unapplied(FileStatus.REJECTED, FileKind.UNKNOWN, "the file is empty"));
    assertThat(world.announced).isEmpty();
  }

  @Test
  void aFileThatWasDeletedIsRejectedWithTheReason() {
    Upload upload = world.upload("a.csv", FIRST);
    world.delete(upload);

    assertThat(world.ingest(upload).reason())
        .isEqualTo("the file was deleted before it could be read");
  }

  @Test
  void aHeaderAloneIsAppliedAndMayComeAgain() {
    assertThat(world.ingest(world.upload("a.csv", HEADER)).status()).isEqualTo(FileStatus.APPLIED);

    Outcome again = world.ingest(world.upload("b.csv", HEADER));

    assertThat(again.status()).isEqualTo(FileStatus.APPLIED);
    assertThat(again.reason()).isEqualTo("the file has a header and no rows");
  }

  @Test
  void aFileThatIsFinishedIsNotTouchedAgain() {
    Upload upload = world.upload("a.csv", FIRST);
    world.ingest(upload);
    world.delete(upload);

    assertThat(world.ingest(upload).status()).isEqualTo(FileStatus.APPLIED);
    assertThat(world.announced).hasSize(1);
  }

  @Test
  void aCrashAtAnyMomentChangesNothingOfTheOutcome() {
    String content = FIRST + "2026-11-20T10:00:00Z\tBerlin\t\tEcho\t5\n";
    int moment = 0;
    boolean crashed = true;
    while (crashed) {
      moment++;
      World crashing = new World();
      Upload upload = crashing.upload("a.csv", content);
      crashing.fuse.crashAt(moment);
      crashed = crashes(crashing, upload);

      Outcome outcome = crashing.ingest(upload);

      assertThat(outcome.status()).as("moment %s", moment).isEqualTo(FileStatus.PARTIAL);
      assertThat(outcome.rowsApplied()).isEqualTo(3);
      assertThat(crashing.level("Berlin", "a1")).contains(BigInteger.TEN);
      assertThat(crashing.level("Bremen", "b2")).contains(BigInteger.valueOf(-3));
      assertThat(crashing.announced).isNotEmpty();
      assertThat(crashing.arrived).containsExactly(upload.fileId() + "-1");
      assertThat(crashing.published).containsExactly(upload.fileId());
      assertThat(crashing.announced).allMatch(items -> items.size() == 2);
    }
    assertThat(moment).as("moments at which it can die").isGreaterThan(10);
  }

  private static boolean crashes(World world, Upload upload) {
    try {
      world.ingest(upload);
      return false;
    } catch (Crash e) {
      return true;
    } finally {
      world.fuse.reset();
    }
  }

  /** The warehouse uploads the content again after its first upload has failed for good. */
  @Test
  void contentWhoseFirstUploadStoppedAnywhereIsAppliedOnceByTheSecond() {
    int moment = 0;
    boolean crashed = true;
    while (crashed) {
      moment++;
      World crashing = new World();
      Upload first = crashing.upload("a.csv", FIRST);
      crashing.fuse.crashAt(moment);
      crashed = crashes(crashing, first);
      FileStatus left = crashing.files.register(first, FileKind.UNKNOWN).status();

      Upload again = crashing.upload("b.csv", FIRST);
      FileStatus status = crashing.ingest(again).status();

      assertThat(status)
          .as("moment %s, first left as %s", moment, left)
          .isEqualTo(left == FileStatus.RECEIVED ? FileStatus.APPLIED : FileStatus.DUPLICATE);
      assertLevels(crashing, 10, -3);
      assertThat(crashing.announced).isNotEmpty().allMatch(items -> items.size() == 2);
      assertThat(crashing.published).contains(again.fileId());
      if (status == FileStatus.DUPLICATE) {
        assertThat(crashing.status(first)).isEqualTo(FileStatus.APPLIED);
        crashing.release(again, FileStatus.DUPLICATE);
        assertLevels(crashing, 20, -6);
      }
      // Operations redrive the first one's message.
      crashing.ingest(first);
      assertThat(crashing.published).contains(first.fileId());
      long factor = status == FileStatus.DUPLICATE ? 2 : 1;
      assertLevels(crashing, 10L * factor, -3L * factor);
      assertThat(crashing.status(first)).isIn(FileStatus.APPLIED, FileStatus.DUPLICATE);
    }
    assertThat(moment).isGreaterThan(10);
  }

  @Test
  void aFileWhoseOriginalIsGoneAfterACrashIsRejectedOrIncompleteAndCompletedByTheNextUpload() {
    int moment = 0;
    int incomplete = 0;
    boolean crashed = true;
    while (crashed) {
      moment++;
      World crashing = new World();
      Upload first = crashing.upload("a.csv", FIRST);
      crashing.fuse.crashAt(moment);
      crashed = crashes(crashing, first);
      FileStatus left = crashing.files.register(first, FileKind.UNKNOWN).status();
      crashing.delete(first);

      FileStatus status = crashing.ingest(first).status();

      assertThat(status)
          .as("moment %s, first left as %s", moment, left)
          .isEqualTo(
              switch (left) {
                case RECEIVED -> FileStatus.REJECTED;
                case PROCESSING -> FileStatus.INCOMPLETE;
                default -> FileStatus.APPLIED;
              });
      assertThat(crashing.published).contains(first.fileId());
      if (status == FileStatus.REJECTED) {
        assertThat(crashing.level("Berlin", "a1")).isEmpty();
      }
      if (status == FileStatus.INCOMPLETE) {
        incomplete++;
        assertThat(crashing.files.outcome(first.fileId()).kind()).isEqualTo(FileKind.TRANSACTIONS);
      }
      Upload again = crashing.upload("a.csv", FIRST);
      FileStatus second = crashing.ingest(again).status();
      assertThat(second)
          .isEqualTo(status == FileStatus.REJECTED ? FileStatus.APPLIED : FileStatus.DUPLICATE);
      if (status != FileStatus.REJECTED) {
        assertThat(crashing.status(first)).isEqualTo(FileStatus.APPLIED);
      }
      assertLevels(crashing, 10, -3);
      assertThat(crashing.announced).isNotEmpty().allMatch(items -> items.size() == 2);
    }
    assertThat(incomplete).isGreaterThan(3);
  }

  @Test
  void anIncompleteFileIsNeverLeftProcessingAlsoIfTheUploadThatCompletesItIsDeletedToo() {
    int moment = 0;
    boolean crashed = true;
    while (crashed) {
      moment++;
      World crashing = new World();
      String content = FIRST + "2026-11-20T10:00:00Z\tBerlin\t\tEcho\t5\n";
      Upload first = crashing.upload("a.csv", content);
      crashing.fuse.crashAt(9);
      assertThat(crashes(crashing, first)).isTrue();
      crashing.delete(first);
      assertThat(crashing.ingest(first).status()).isEqualTo(FileStatus.INCOMPLETE);
      crashing.published.clear();

      Upload second = crashing.upload("b.csv", content);
      crashing.fuse.crashAt(moment);
      crashed = crashes(crashing, second);
      crashing.delete(second);
      crashing.ingest(second);

      assertThat(crashing.status(first))
          .as("moment %s", moment)
          .isIn(FileStatus.INCOMPLETE, FileStatus.PARTIAL);
      crashing.ingest(crashing.upload("c.csv", content));
      assertThat(crashing.status(first)).isEqualTo(FileStatus.PARTIAL);
      assertThat(crashing.published).as("moment %s", moment).contains(first.fileId());
      assertThat(crashing.arrived).contains(first.fileId() + "-2");
      assertLevels(crashing, 10, -3);
    }
    assertThat(moment).isGreaterThan(10);
  }

  @Test
  void aDeliveryWithTheOriginalCompletesAFileThatAnotherOneLeftIncomplete() {
    Upload upload = world.upload("a.csv", FIRST);
    world.before(
        "claim",
        () -> {
          world.fuse.crashAt(9);
          assertThat(crashes(world, upload)).isTrue();
          world.delete(upload);
          assertThat(world.ingest(upload).status()).isEqualTo(FileStatus.INCOMPLETE);
        });

    world.ingest(upload);

    assertThat(world.status(upload)).isEqualTo(FileStatus.APPLIED);
    assertLevels(world, 10, -3);
  }

  @Test
  void aDeliveryThatFailsAnnouncesItsItemsBecauseTheOriginalMayBeMissingLater() {
    Upload upload = world.upload("a.csv", FIRST);
    world.failAfterMovements(1);
    assertThatThrownBy(() -> world.ingest(upload)).hasMessage("the store is busy");
    world.delete(upload);

    assertThat(world.ingest(upload).status()).isEqualTo(FileStatus.INCOMPLETE);

    assertThat(world.announced).hasSize(1);
    assertThat(world.announced.get(0))
        .containsExactlyInAnyOrder(new StockKey("Berlin", "a1"), new StockKey("Bremen", "b2"));
  }

  @ParameterizedTest
  @CsvSource({
    "rejected/a.csv, rejected/",
    "rejected/events/a.csv, rejected/",
    "validation/a.csv, validation/",
    "changes/a.csv, changes/",
  })
  void aFileInAFolderOfTheSystemIsRejectedWithTheReason(String key, String folder) {
    Upload upload = world.upload(key, FIRST);

    Outcome outcome = world.ingest(upload);
    world.ingest(upload);

    assertThat(outcome)
        .isEqualTo(
            Outcome.unapplied(
                FileStatus.REJECTED,
                FileKind.UNKNOWN,
                "files below %s are written by the system and are not processed; upload the file to another folder"
                    .formatted(folder)));
    assertThat(world.published).containsExactly(upload.fileId());
    assertThat(world.level("Berlin", "a1")).isEmpty();
  }

  @Test
  void aReleasedDuplicateThatIsLeftIncompleteIsCompletedByTheNextUpload() {
    int moment = 0;
    int incomplete = 0;
    boolean crashed = true;
    while (crashed) {
      moment++;
      World crashing = new World();
      crashing.ingest(crashing.upload("a.csv", FIRST));
      Upload again = crashing.upload("b.csv", FIRST);
      crashing.ingest(again);
      crashing.fuse.crashAt(moment);
      crashed = crashes(() -> crashing.release(again, FileStatus.DUPLICATE));
      crashing.fuse.reset();
      crashing.delete(again);

      crashing.release(again, FileStatus.DUPLICATE);
      if (crashing.status(again) == FileStatus.INCOMPLETE) {
        incomplete++;
        crashing.ingest(crashing.upload("c.csv", FIRST));
        assertThat(crashing.status(again)).isEqualTo(FileStatus.APPLIED);
      }

      long factor = crashing.status(again) == FileStatus.APPLIED ? 2 : 1;
      assertLevels(crashing, 10L * factor, -3L * factor);
    }
    assertThat(incomplete).isGreaterThan(3);
  }

  @Test
  void onlyAHeldFileOrADuplicateIsReleasedWhateverStatusTheRequestNames() {
    Upload headerOnly = world.upload("header.csv", HEADER);
    world.ingest(headerOnly);
    Upload broken = world.upload("broken.csv", "");
    world.ingest(broken);

    for (FileStatus from : FileStatus.values()) {
      if (from.releasable()) {
        assertThat(world.release(headerOnly, from).status()).isEqualTo(FileStatus.APPLIED);
        assertThat(world.release(broken, from).status()).isEqualTo(FileStatus.REJECTED);
      } else {
        assertThatThrownBy(() -> world.release(headerOnly, from))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
    assertThat(world.files.find(headerOnly.fileId()).generation()).isEqualTo(1);
  }

  @Test
  void aDeliveryThatStallsUntilTheFileWasReleasedChangesNothing() {
    world.ingest(world.upload("a.csv", FIRST));
    Upload held = world.upload("a.csv", FIRST + "\n");
    // The first delivery is about to record that the file is held when all of this happens.
    world.before(
        "finish",
        () -> {
          assertThat(world.ingest(held).status()).isEqualTo(FileStatus.HELD);
          assertThat(world.release(held, FileStatus.HELD).status()).isEqualTo(FileStatus.APPLIED);
        });

    world.ingest(held);

    assertThat(world.status(held)).isEqualTo(FileStatus.APPLIED);
    assertLevel("Berlin", "a1", 20);
  }

  @Test
  void aDeliveryThatWakesUpWhileTheReleasedFileIsAppliedDoesNotHoldItAgain() {
    world.ingest(world.upload("a.csv", FIRST));
    Upload held = world.upload("a.csv", FIRST + "\n");
    world.before(
        "finish",
        () -> {
          world.ingest(held);
          world.fuse.crashAt(9);
          assertThatThrownBy(() -> world.release(held, FileStatus.HELD)).isInstanceOf(Crash.class);
          world.fuse.reset();
          assertThat(world.status(held)).isEqualTo(FileStatus.PROCESSING);
        });

    world.ingest(held);

    assertThat(world.status(held)).isEqualTo(FileStatus.APPLIED);
    assertLevel("Berlin", "a1", 20);
  }

  @Test
  void aFileIsAppliedAlsoIfAnotherDeliveryMissesTheOriginalInTheMeantime() {
    Upload upload = world.upload("a.csv", FIRST);
    world.before(
        "finish",
        () -> {
          // Another delivery finds the original gone, after this one has read and applied it.
          world.delete(upload);
          assertThat(world.ingest(upload).status()).isEqualTo(FileStatus.INCOMPLETE);
        });

    world.ingest(upload);

    assertThat(world.status(upload)).isEqualTo(FileStatus.APPLIED);
    assertThat(world.arrived).contains(upload.fileId() + "-2");
    assertLevels(world, 10, -3);
  }

  private static void assertLevels(World world, long berlin, long bremen) {
    assertThat(world.level("Berlin", "a1")).contains(BigInteger.valueOf(berlin));
    assertThat(world.level("Bremen", "b2")).contains(BigInteger.valueOf(bremen));
  }

  @Test
  void aFailureLeavesTheFileToBeTriedAgain() {
    Upload upload = world.upload("a.csv", FIRST);
    world.fuse.crashAt(6);

    assertThatThrownBy(() -> world.ingest(upload)).isInstanceOf(Crash.class);
    assertThat(world.status(upload).finished()).isFalse();
  }

  @Test
  void littleMemoryTakesPartitionsAndGivesTheSameLevels() {
    StringBuilder content = new StringBuilder(HEADER);
    for (int i = 0; i < 2_000; i++) {
      content.append("2026-11-20T10:00:00Z\tW%d\ti%d\tx\t%d\n".formatted(i % 7, i % 131, i));
    }
    World roomy = new World();
    World tight = new World(20_000);

    Outcome expected = roomy.ingest(roomy.upload("a.csv", content.toString()));
    Outcome outcome = tight.ingest(tight.upload("a.csv", content.toString()));

    assertThat(outcome).isEqualTo(expected);
    assertThat(outcome.rowsApplied()).isEqualTo(2_000);
    for (int i = 0; i < 7 * 131; i++) {
      String warehouse = "W" + i % 7;
      String item = "i" + i % 131;
      assertThat(tight.level(warehouse, item)).isEqualTo(roomy.level(warehouse, item));
    }
    assertThat(tight.announced.get(0)).hasSize(7 * 131).doesNotHaveDuplicates();
  }

  @Test
  void anyOrderOfDeliveriesWithRepeatsGivesTheSameLevels() {
    Random random = new Random(11);
    World expected = new World();
    List<String> contents = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      contents.add(i % 6 == 0 ? countFile(random) : transactionFile(random));
    }
    uploads(expected, contents).forEach(expected::ingest);
    for (int order = 0; order < 20; order++) {
      World shuffled = new World();
      List<Upload> deliveries = new ArrayList<>(uploads(shuffled, contents));
      deliveries.addAll(deliveries.subList(0, 15));
      Collections.shuffle(deliveries, random);

      deliveries.forEach(shuffled::ingest);

      for (int i = 0; i < 5; i++) {
        assertThat(shuffled.level("W", "i" + i)).isEqualTo(expected.level("W", "i" + i));
      }
    }
  }

  private static List<Upload> uploads(World world, List<String> contents) {
    List<Upload> uploads = new ArrayList<>();
    for (String content : contents) {
      uploads.add(world.upload("file-" + uploads.size() + ".csv", content));
    }
    return uploads;
  }

  private static String transactionFile(Random random) {
    StringBuilder content = new StringBuilder(HEADER);
    for (int i = 0; i < 10; i++) {
      content.append(
          "2026-11-21T08:00:%02d.%03dZ\tW\ti%d\tx\t%d\n"
              .formatted(
                  random.nextInt(40),
                  random.nextInt(1000),
                  random.nextInt(5),
                  random.nextInt(99) - 49));
    }
    return content.toString();
  }

  private static String countFile(Random random) {
    return "store,item,count\nW,i%d,%d\n".formatted(random.nextInt(5), random.nextInt(100));
  }

  private void assertLevel(String warehouse, String itemId, long expected) {
    assertThat(world.level(warehouse, itemId)).contains(BigInteger.valueOf(expected));
  }
}
