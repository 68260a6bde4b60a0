package inventory.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.ingest.domain.World.Crash;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.StockKey;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.Upload;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    world.ingest(world.upload("a.csv", FIRST));

    Outcome sameKey = world.ingest(world.upload("a.csv", FIRST));
    Outcome otherKey = world.ingest(world.upload("b.csv", FIRST));

    assertThat(sameKey.status()).isEqualTo(FileStatus.DUPLICATE);
    assertThat(otherKey.status()).isEqualTo(FileStatus.DUPLICATE);
    assertThat(otherKey.reason()).isEqualTo("the same content was uploaded before, as a.csv");
    assertLevel("Berlin", "a1", 10);
  }

  @Test
  void otherContentUnderAKeyThatWasAppliedIsHeld() {
    world.ingest(world.upload("a.csv", FIRST));

    Outcome outcome = world.ingest(world.upload("a.csv", FIRST + "\n"));

    assertThat(outcome.status()).isEqualTo(FileStatus.HELD);
    assertThat(outcome.reason()).isEqualTo("other content was applied under this key");
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
    assertThat(world.arrived).contains(held.fileId(), held.fileId() + " from HELD");
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
      crashing.crashAt(moment);
      crashed = crashes(() -> crashing.release(again, FileStatus.DUPLICATE));
      crashing.crashAt(Integer.MAX_VALUE);

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
      crashing.crashAt(moment);
      crashed = crashes(crashing, upload);

      Outcome outcome = crashing.ingest(upload);

      assertThat(outcome.status()).as("moment %s", moment).isEqualTo(FileStatus.PARTIAL);
      assertThat(outcome.rowsApplied()).isEqualTo(3);
      assertThat(crashing.level("Berlin", "a1")).contains(BigInteger.TEN);
      assertThat(crashing.level("Bremen", "b2")).contains(BigInteger.valueOf(-3));
      assertThat(crashing.announced).isNotEmpty();
      assertThat(crashing.arrived).containsExactly(upload.fileId());
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
      world.crashAt(Integer.MAX_VALUE);
    }
  }

  @Test
  void aFailureLeavesTheFileToBeTriedAgain() {
    Upload upload = world.upload("a.csv", FIRST);
    world.crashAt(6);

    assertThatThrownBy(() -> world.ingest(upload)).isInstanceOf(Crash.class);
    assertThat(world.statuses.get(upload.fileId()).finished()).isFalse();
  }

  @Test
  void littleMemoryTakesMorePassesAndGivesTheSameLevels() {
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
