package inventory.threshold.domain;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.StockKey;
import inventory.model.changes.ChangeFeed;
import inventory.model.inbox.FinishedFiles;
import inventory.model.inbox.Original;
import inventory.model.inbox.Originals;
import inventory.model.inbox.Originals.OriginalUnavailableException;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.RejectsStore;
import inventory.model.inbox.Upload;
import inventory.threshold.file.Threshold;
import inventory.threshold.file.ThresholdFile;
import inventory.threshold.file.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Takes in an uploaded threshold file: record, read, set, keep the rejects, name what changed,
 * finish, tell. Each step may be repeated at any time, so that a message that is delivered twice,
 * or to two processes, or after a crash at any instruction, changes nothing the second time.
 */
public final class ThresholdIntake {

  private final FileRegister register;
  private final Originals originals;
  private final Thresholds thresholds;
  private final RejectsStore rejectsStore;
  private final ChangeFeed feed;
  private final FinishedFiles finished;

  /** Wires the use case. */
  public ThresholdIntake(
      FileRegister register,
      Originals originals,
      Thresholds thresholds,
      RejectsStore rejectsStore,
      ChangeFeed feed,
      FinishedFiles finished) {
    this.register = register;
    this.originals = originals;
    this.thresholds = thresholds;
    this.rejectsStore = rejectsStore;
    this.feed = feed;
    this.finished = finished;
  }

  /**
   * Takes in one upload. When it returns, the effect is durable and the file is finished.
   *
   * @return how the file ended, now or on an earlier delivery
   * @throws RuntimeException if something fails that may work when it is tried again
   */
  public FileStatus take(Upload upload) {
    FileStatus status = register.register(upload);
    if (!status.finished()) {
      Outcome outcome = outcomeOf(upload);
      register.finish(upload, outcome);
      status = outcome.status();
    }
    // Of one that was finished before, too: its last delivery may have ended right here.
    finished.tell(upload);
    return status;
  }

  private Outcome outcomeOf(Upload upload) {
    try (Original original = originals.fetch(upload)) {
      return apply(upload, original);
    } catch (OriginalUnavailableException | UnreadableFileException e) {
      return Outcome.unapplied(FileStatus.REJECTED, FileKind.THRESHOLDS, e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("local disk fails while reading " + upload.key(), e);
    }
  }

  private Outcome apply(Upload upload, Original original)
      throws IOException, UnreadableFileException {
    // To its end, before anything is set: a file that is broken anywhere sets nothing.
    Entries entries = new Entries();
    ThresholdFile file = new ThresholdFile();
    try (InputStream in = original.open()) {
      file.read(in, entries::add);
    }
    List<Threshold> agreed = entries.agreed();
    Reason reason = new Reason();
    reason.entries(entries.total(), entries.rejected());
    reason.older(thresholds.set(agreed, SetAt.of(upload)));
    reason.unknownFields(file.unknownFields());
    reason.day(SetAt.problemWithDay(upload));
    Outcome outcome = outcome(upload, original, entries, reason.text());
    announce(upload, agreed);
    return outcome;
  }

  private Outcome outcome(Upload upload, Original original, Entries entries, String reason)
      throws IOException, UnreadableFileException {
    int rejected = entries.rejected();
    int applied = entries.total() - rejected;
    if (rejected == 0) {
      return new Outcome(
          FileStatus.APPLIED, FileKind.THRESHOLDS, applied, 0, reason, Optional.empty(), List.of());
    }
    try (Rejects rejects = new Rejects();
        InputStream in = original.open()) {
      new ThresholdFile()
          .read(
              in, entry -> entries.rejectOf(entry).ifPresent(reject -> rejects.add(entry, reject)));
      String rejectsKey = rejects.store(upload, rejectsStore);
      return new Outcome(
          FileStatus.PARTIAL,
          FileKind.THRESHOLDS,
          applied,
          rejected,
          reason,
          Optional.of(rejectsKey),
          rejects.first());
    }
  }

  /** Of all thresholds: after a crash nobody knows which of them this file has set (T3). */
  private void announce(Upload upload, List<Threshold> agreed) {
    try (ChangeFeed.Announcement announcement = feed.begin(upload.fileId(), upload.key())) {
      for (Threshold threshold : agreed) {
        threshold
            .warehouse()
            .ifPresentOrElse(
                warehouse -> announcement.add(new StockKey(warehouse, threshold.itemId())),
                () -> announcement.addEverywhere(threshold.itemId()));
      }
      announcement.send();
    }
  }
}
