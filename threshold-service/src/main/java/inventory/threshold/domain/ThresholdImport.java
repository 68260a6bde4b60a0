package inventory.threshold.domain;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.StockKey;
import inventory.model.changes.ItemChangePublisher;
import inventory.model.inbox.FileEvents;
import inventory.model.inbox.FileIntake;
import inventory.model.inbox.FileLifecycle;
import inventory.model.inbox.FileState;
import inventory.model.inbox.Original;
import inventory.model.inbox.Originals;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.RejectsFile;
import inventory.model.inbox.RejectsStore;
import inventory.model.inbox.Upload;
import inventory.threshold.file.Reject;
import inventory.threshold.file.RejectedEntry;
import inventory.threshold.file.RejectsWriter;
import inventory.threshold.file.Threshold;
import inventory.threshold.file.ThresholdFile;
import inventory.threshold.file.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Imports an uploaded threshold file: record it, read it, set its thresholds, store the rejects,
 * publish the items, finish and publish the record. Each step can be repeated at any time. A
 * message that is delivered twice, or to two processes, or again after a crash, changes nothing the
 * second time.
 */
public final class ThresholdImport implements FileIntake.Steps {

  // The version of the rules by which threshold files are read.
  private static final int RULES = 1;

  private final FileLifecycle files;
  private final Thresholds thresholds;
  private final RejectsStore rejectsStore;
  private final ItemChangePublisher itemChanges;
  private final FileIntake intake;

  /**
   * Wires the use case.
   *
   * @param executor runs a call that need not wait for another one
   */
  public ThresholdImport(
      FileLifecycle files,
      Originals originals,
      Thresholds thresholds,
      RejectsStore rejectsStore,
      ItemChangePublisher itemChanges,
      FileEvents fileEvents,
      Executor executor) {
    this.files = files;
    this.thresholds = thresholds;
    this.rejectsStore = rejectsStore;
    this.itemChanges = itemChanges;
    this.intake = new FileIntake(files, originals, fileEvents, FileKind.THRESHOLDS, this, executor);
  }

  /**
   * Imports one upload. When this method returns, the effect is durable and the file is finished.
   *
   * @return the status of the file, set now or by an earlier delivery
   * @throws RuntimeException if a step fails that may succeed when it is retried
   */
  public FileStatus process(Upload upload) {
    return intake.process(upload);
  }

  @Override
  public FileState process(FileState file, Original original) throws IOException {
    try {
      return read(file, original);
    } catch (UnreadableFileException e) {
      return files.finish(
          file, Outcome.unapplied(FileStatus.REJECTED, FileKind.THRESHOLDS, e.getMessage()));
    }
  }

  private FileState read(FileState received, Original original)
      throws IOException, UnreadableFileException {
    // Completely, before anything is set: a file that is broken anywhere sets nothing.
    Entries entries = new Entries();
    ThresholdFile file = new ThresholdFile();
    try (InputStream in = original.open()) {
      file.read(in, entries::add);
    }
    List<Threshold> agreed = entries.agreed();
    FileState started = files.start(received, FileKind.THRESHOLDS, RULES);
    if (!started.isStartedFrom(received)) {
      return started;
    }
    Upload upload = started.upload();
    ImportSummary reason = new ImportSummary();
    reason.entries(entries.total(), entries.rejected());
    Set<Threshold.Target> older = thresholds.set(agreed, FileDay.version(upload));
    reason.older(older.size());
    int applied = entries.total() - entries.rejected() - entries.about(older);
    reason.applied(applied);
    reason.unknownFields(file.unknownFields());
    reason.day(FileDay.problem(upload));
    Outcome outcome = outcome(upload, original, entries, applied, reason.text());
    announce(upload, agreed);
    return files.finish(started, outcome);
  }

  private Outcome outcome(
      Upload upload, Original original, Entries entries, int applied, String reason)
      throws IOException, UnreadableFileException {
    int rejected = entries.rejected();
    boolean isApplied = applied == entries.total() && applied > 0;
    try (RejectsFile<RejectedEntry> rejects =
        new RejectsFile<>(RejectsWriter::new, ThresholdImport::text)) {
      if (rejected > 0) {
        try (InputStream in = original.open()) {
          new ThresholdFile().read(in, entry -> entries.rejectOf(entry).ifPresent(rejects::add));
        }
      }
      return new Outcome(
          isApplied ? FileStatus.APPLIED : FileStatus.PARTIAL,
          FileKind.THRESHOLDS,
          applied,
          rejected,
          reason,
          rejects.store(upload, rejectsStore),
          rejects.first());
    }
  }

  private static String text(RejectedEntry rejected) {
    Reject reject = rejected.reject();
    String where = reject.field().isEmpty() ? "" : ", field " + reject.field();
    return "entry " + reject.index() + where + ": " + reject.reason();
  }

  /** Publishes all thresholds: after a crash it is unknown which of them this file has set (T3). */
  private void announce(Upload upload, List<Threshold> agreed) {
    try (ItemChangePublisher.Announcement announcement =
        itemChanges.begin(upload.fileId(), upload.key())) {
      for (Threshold threshold : agreed) {
        threshold
            .warehouse()
            .ifPresentOrElse(
                warehouse -> announcement.add(new StockKey(warehouse, threshold.itemId())),
                () -> announcement.addEverywhere(threshold.itemId()));
      }
      announcement.publish();
    }
  }
}
