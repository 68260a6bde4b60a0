package inventory.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.model.AlertRecord.Decision;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.inbox.FileLifecycle;
import inventory.model.inbox.FileLifecycle.Claim;
import inventory.model.inbox.FileState;
import inventory.model.inbox.FileTransition;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.Upload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of file records does. */
public abstract class FileLifecycleContract {

  private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");

  /** The decision of the operator who releases files. */
  protected static final Decision DECISION = new Decision(AT, "ada", "checked");

  private static final int RULES = 1;

  /** The store; the tests use different keys and contents. */
  protected abstract FileLifecycle files();

  private FileState registered(String key, String version) {
    return files().register(upload(key, version), FileKind.UNKNOWN);
  }

  protected static Upload upload(String key, String version) {
    return new Upload(key, version, true, 5, Instant.parse("2026-11-21T08:00:00Z"));
  }

  private Claim claim(FileState file, String sha256) {
    return files().claim(file, sha256, RULES, Optional.empty());
  }

  private FileState end(FileState file, FileStatus status) {
    return files().finish(file, outcome(status));
  }

  private static Outcome outcome(FileStatus status) {
    return Outcome.unapplied(status, FileKind.TRANSACTIONS, "why");
  }

  private static Claim granted(FileState file) {
    return new Claim.Recorded(file.started(FileKind.TRANSACTIONS, RULES));
  }

  @Test
  void anUploadIsReceivedOnceAndFoundByItsRecord() {
    FileState file = registered("found.csv", "v1");

    assertThat(file).isEqualTo(FileState.received(upload("found.csv", "v1"), FileKind.UNKNOWN));
    assertThat(files().find(file.fileId())).isEqualTo(file);
    FileState started = files().start(file, FileKind.COUNT, RULES);
    assertThat(registered("found.csv", "v1")).isEqualTo(started);
  }

  @Test
  void aFileWithoutARecordIsAnError() {
    FileState unknown = FileState.received(upload("unknown.csv", "v1"), FileKind.COUNT);

    assertThatThrownBy(() -> files().find(unknown.fileId()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("there is no record of file " + unknown.fileId());
    assertThatThrownBy(() -> files().start(unknown, FileKind.COUNT, RULES))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> files().release(unknown.fileId(), FileStatus.HELD, DECISION))
        .isInstanceOf(IllegalStateException.class);
  }

  /** Tries to end a file from each status that it can have, in each way. */
  @Test
  void aFileEndsOnlyAsItsTransitionsAllow() {
    for (FileStatus to : FileStatus.values()) {
      if (to.finished()) {
        for (FileState before : inEveryStatus("ends-" + to)) {
          FileState after = end(before, to);

          boolean isAllowed =
              FileTransition.between(before.status(), to).from().contains(before.status());
          assertThat(after.status())
              .as("from %s to %s", before.status(), to)
              .isEqualTo(isAllowed ? to : before.status());
          assertThat(files().find(before.fileId())).isEqualTo(after);
        }
      }
    }
  }

  @Test
  void aFileStartsOnlyWhileItIsNotFinished() {
    for (FileState before : inEveryStatus("starts")) {
      FileState started = files().start(before, FileKind.COUNT, RULES);

      assertThat(started.isStartedFrom(before))
          .as("from %s", before.status())
          .isEqualTo(!before.status().finished() || before.status() == FileStatus.INCOMPLETE);
      assertThat(started.status().finished()).isEqualTo(before.status().finished());
      assertThat(files().find(before.fileId())).isEqualTo(started);
    }
  }

  @Test
  void onlyAHeldFileOrADuplicateIsReleased() {
    for (FileState before : inEveryStatus("released")) {
      FileState released = files().release(before.fileId(), before.status(), DECISION);

      if (before.status().releasable()) {
        assertThat(released)
            .isEqualTo(before.released())
            .extracting(FileState::status, FileState::generation, FileState::releasedFrom)
            .containsExactly(FileStatus.RECEIVED, 2, Optional.of(before.status()));
      } else {
        assertThat(released).isEqualTo(before);
      }
    }
  }

  /** A file in each status, all in their first generation. */
  private List<FileState> inEveryStatus(String prefix) {
    List<FileState> all = new ArrayList<>();
    for (FileStatus status : FileStatus.values()) {
      FileState file = registered(prefix + "-" + status + ".csv", "v1");
      if (status == FileStatus.PROCESSING || status == FileStatus.INCOMPLETE) {
        file = files().start(file, FileKind.COUNT, RULES);
      }
      all.add(status.finished() ? end(file, status) : file);
    }
    assertThat(all).extracting(FileState::status).containsExactly(FileStatus.values());
    return all;
  }

  @Test
  void aDeliveryOfAnEarlierGenerationChangesNothing() {
    FileState slow = registered("slow.csv", "v1");
    end(slow, FileStatus.HELD);
    FileState released = files().release(slow.fileId(), FileStatus.HELD, DECISION);
    assertThat(end(slow, FileStatus.HELD)).isEqualTo(released);
    assertThat(files().start(slow, FileKind.COUNT, RULES)).isEqualTo(released);
    assertThat(claim(slow, "sha-slow")).isEqualTo(new Claim.Recorded(released));

    FileState started = files().start(released, FileKind.COUNT, RULES);
    assertThat(end(slow, FileStatus.HELD)).isEqualTo(started);
    FileState incomplete = end(started, FileStatus.INCOMPLETE);
    assertThat(end(started, FileStatus.APPLIED)).isEqualTo(incomplete);
    FileState recovered = end(incomplete, FileStatus.PARTIAL);

    assertThat(recovered)
        .extracting(FileState::status, FileState::generation)
        .containsExactly(FileStatus.PARTIAL, 3);
    assertThat(end(started, FileStatus.INCOMPLETE)).isEqualTo(recovered);
    assertThat(end(incomplete, FileStatus.APPLIED)).isEqualTo(recovered);
  }

  @Test
  void aReleaseThatIsRequestedTwiceChangesNothingTheSecondTime() {
    FileState held = end(registered("twice.csv", "v1"), FileStatus.HELD);
    FileState released = files().release(held.fileId(), FileStatus.HELD, DECISION);

    Decision later = new Decision(AT.plusSeconds(1), "eve", "");
    assertThat(files().release(held.fileId(), FileStatus.HELD, later)).isEqualTo(released);
  }

  @Test
  void theSameUploadMayClaimAgainAndAnotherLearnsWhoOwnsTheContent() {
    FileState first = registered("mine.csv", "v1");
    FileState second = registered("theirs.csv", "v1");
    assertThat(claim(first, "sha-mine")).isEqualTo(granted(first));

    assertThat(claim(first, "sha-mine")).isEqualTo(granted(first));
    assertThat(claim(second, "sha-mine"))
        .isEqualTo(new Claim.ContentTaken(first.fileId(), "mine.csv"));
    assertThat(files().find(second.fileId())).as("nothing was claimed").isEqualTo(second);
  }

  @Test
  void otherContentUnderTheSameKeyLearnsWhoOwnsTheKey() {
    FileState first = registered("same.csv", "v1");
    FileState second = registered("same.csv", "v2");
    claim(first, "sha-1");

    assertThat(claim(second, "sha-2")).isEqualTo(new Claim.KeyTaken(first.fileId(), "same.csv"));
    assertThat(files().find(second.fileId())).as("nothing was claimed").isEqualTo(second);
    assertThat(claim(registered("other-than-same.csv", "v1"), "sha-2"))
        .isInstanceOf(Claim.Recorded.class);
  }

  @Test
  void aHeldFileThatIsReleasedClaimsItsContentAndNotItsKey() {
    FileState first = registered("again.csv", "v1");
    FileState held = registered("again.csv", "v2");
    claim(first, "sha-again-1");
    end(held, FileStatus.HELD);

    FileState released = files().release(held.fileId(), FileStatus.HELD, DECISION);

    assertThat(claim(released, "sha-again-2")).isEqualTo(granted(released));
    assertThat(claim(registered("other.csv", "v1"), "sha-again-2"))
        .isEqualTo(new Claim.ContentTaken(held.fileId(), "again.csv"));
    assertThat(claim(registered("again.csv", "v3"), "sha-again-3"))
        .isEqualTo(new Claim.KeyTaken(first.fileId(), "again.csv"));
  }

  @Test
  void aReleasedDuplicateReplacesTheOwnerOfTheContentThatItNamesAndNoOther() {
    FileState first = registered("owner.csv", "v1");
    FileState copy = registered("copy.csv", "v1");
    FileState copyToo = registered("copy-too.csv", "v1");
    claim(first, "sha-owner");
    end(copy, FileStatus.DUPLICATE);
    end(copyToo, FileStatus.DUPLICATE);
    FileState released = files().release(copy.fileId(), FileStatus.DUPLICATE, DECISION);
    FileState releasedToo = files().release(copyToo.fileId(), FileStatus.DUPLICATE, DECISION);
    Optional<String> owner = Optional.of(first.fileId());

    assertThat(files().claim(released, "sha-owner", RULES, owner)).isEqualTo(granted(released));

    Claim second = files().claim(releasedToo, "sha-owner", RULES, owner);
    assertThat(second).isEqualTo(new Claim.ContentTaken(copy.fileId(), "copy.csv"));
  }

  @Test
  void aFileIsStartedByOneVersionOfTheReadingRules() {
    FileState transactions = registered("rules.csv", "v1");
    claim(transactions, "sha-rules");
    FileState count = registered("count.csv", "v1");
    FileState started = files().start(count, FileKind.COUNT, RULES);

    assertThat(files().start(started, FileKind.COUNT, RULES)).isEqualTo(started);
    assertThat(files().start(count, FileKind.COUNT, 2).rules()).contains(RULES);
    assertThat(files().claim(transactions, "sha-rules", 2, Optional.empty()))
        .isEqualTo(granted(transactions));
  }
}
