package inventory.ingest.domain;

import inventory.model.AlertRecord.Decision;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.changes.ItemChangePublisher;
import inventory.model.csv.Header;
import inventory.model.csv.InventoryFile;
import inventory.model.csv.Reject;
import inventory.model.csv.RejectsWriter;
import inventory.model.csv.UnreadableFileException;
import inventory.model.inbox.FileEvents;
import inventory.model.inbox.FileIntake;
import inventory.model.inbox.FileLifecycle;
import inventory.model.inbox.FileLifecycle.Claim;
import inventory.model.inbox.FileState;
import inventory.model.inbox.Original;
import inventory.model.inbox.Originals;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.Parallel;
import inventory.model.inbox.RejectsFile;
import inventory.model.inbox.RejectsStore;
import inventory.model.inbox.Upload;
import inventory.model.movement.Merge;
import inventory.model.movement.Origin;
import inventory.model.movement.OriginalRows;
import inventory.model.movement.PartitionedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Ingests an uploaded file: record it, read it, claim its content, apply its rows, publish the
 * changed items, finish and publish the record. Each step can be repeated at any time. A message
 * that is delivered twice, or to two processes, or again after a crash, changes nothing the second
 * time.
 *
 * <p>Every upload of a content gives its movements the same keys. An upload whose content belongs
 * to a file that is not finished therefore applies the content in that file's name, and is a
 * duplicate afterwards. {@code DUPLICATE} thus always means that the content is in the levels.
 */
public final class FileIngestion implements FileIntake.Steps {

  private final FileLifecycle files;
  private final StockLedger ledger;
  private final RejectsStore rejectsStore;
  private final ItemChangePublisher itemChanges;
  private final ValidationQueue validationQueue;
  private final FileEvents fileEvents;
  private final FileIntake intake;
  private final Executor executor;
  private final long memoryBudget;

  /**
   * Wires the use case.
   *
   * @param executor runs calls that need not wait for each other; one thread for each file that is
   *     processed at a time
   * @param memoryBudget bytes that the rows of one file may use while they are merged
   */
  public FileIngestion(
      FileLifecycle files,
      Originals originals,
      StockLedger ledger,
      RejectsStore rejectsStore,
      ItemChangePublisher itemChanges,
      ValidationQueue validationQueue,
      FileEvents fileEvents,
      Executor executor,
      long memoryBudget) {
    this.files = files;
    this.ledger = ledger;
    this.rejectsStore = rejectsStore;
    this.itemChanges = itemChanges;
    this.validationQueue = validationQueue;
    this.fileEvents = fileEvents;
    this.intake = new FileIntake(files, originals, fileEvents, FileKind.UNKNOWN, this, executor);
    this.executor = executor;
    this.memoryBudget = memoryBudget;
  }

  /** Ingests one upload, see {@link FileIntake#process}. */
  public FileStatus ingest(Upload upload) {
    return intake.process(upload);
  }

  /** Applies a file that an operator has released, see {@link FileIntake#release}. */
  public FileStatus release(String fileId, FileStatus from, Decision decision) {
    return intake.release(fileId, from, decision);
  }

  /** Called first: the validation checks files in the order of arrival, however long each takes. */
  @Override
  public void begin(FileState file) {
    validationQueue.publish(file);
  }

  @Override
  public FileState process(FileState file, Original original) throws IOException {
    requireRules(file);
    try {
      return read(file, original);
    } catch (UnreadableFileException e) {
      return files.finish(
          file, Outcome.unapplied(FileStatus.REJECTED, FileKind.UNKNOWN, e.getMessage()));
    }
  }

  /** Other rules might give the movements other keys, so that rows would count twice. */
  private static void requireRules(FileState file) {
    int rules = file.rules().orElse(InventoryFile.RULES);
    if (rules != InventoryFile.RULES) {
      throw new IllegalStateException(
          "%s, file %s, was begun by version %d of the reading rules, which this version of the service does not have"
              .formatted(file.upload().key(), file.fileId(), rules));
    }
  }

  private FileState read(FileState file, Original original)
      throws IOException, UnreadableFileException {
    Upload upload = file.upload();
    Header header = PartitionedFile.headerOf(upload, original);
    try (RejectsFile<Reject> rejects =
            new RejectsFile<>(out -> new RejectsWriter(out, header), FileIngestion::text);
        ItemChangePublisher.Announcement announcement =
            itemChanges.begin(upload.fileId(), upload.key());
        PartitionedFile rows = new PartitionedFile(upload, original, memoryBudget, rejects::add)) {
      Merge first = rows.next();
      FileState started = file;
      if (rows.rows() > 0) {
        started = start(file, original, header.kind());
        if (!started.isStartedFrom(file)) {
          return started;
        }
        requireRules(started);
        Origin origin = Origin.of(upload, file.isReleased(), original, header.kind());
        apply(first, rows, origin, OriginalRows.of(upload, original), announcement);
      }
      Optional<String> rejectsKey =
          Parallel.run(executor, () -> store(rejects, upload), announcement::publish);
      return finish(started, applied(header.kind(), rows.rows(), rejects, rejectsKey));
    }
  }

  private FileState finish(FileState file, Outcome outcome) {
    FileState recorded = files.finish(file, outcome);
    // Another delivery missed the original that this one has applied completely.
    return recorded.status() == FileStatus.INCOMPLETE && recorded.isStartedFrom(file)
        ? files.finish(recorded, outcome)
        : recorded;
  }

  private FileState start(FileState file, Original original, FileKind kind) throws IOException {
    if (kind == FileKind.COUNT) {
      return files.start(file, kind, InventoryFile.RULES);
    }
    Optional<String> formerOwner = Optional.empty();
    while (true) {
      Claim claim = files.claim(file, original.sha256(), InventoryFile.RULES, formerOwner);
      if (claim instanceof Claim.ContentTaken taken) {
        complete(taken.fileId(), original);
        if (!file.releasedFrom().equals(Optional.of(FileStatus.DUPLICATE))) {
          return files.finish(file, duplicateOf(taken));
        }
        formerOwner = Optional.of(taken.fileId());
      } else if (claim instanceof Claim.KeyTaken taken) {
        return files.finish(file, held(taken));
      } else if (claim instanceof Claim.Recorded recorded) {
        return recorded.state();
      }
    }
  }

  /**
   * Finishes another file with the same content in its own name, unless it is applied. An
   * incomplete file stays so until all rows are applied: this process may die, and its original may
   * be deleted, too.
   */
  private void complete(String fileId, Original original) throws IOException {
    FileState owner = files.find(fileId);
    if (!owner.status().applied()) {
      owner = process(owner, original);
    }
    if (!owner.status().applied()) {
      throw new IllegalStateException(
          "%s, file %s, is %s while another upload of its content completes it"
              .formatted(owner.upload().key(), fileId, owner.status()));
    }
    // Also if it is applied: the delivery that completed it may have ended before this.
    begin(owner);
    fileEvents.publishFinished(owner.upload());
  }

  private static Outcome duplicateOf(Claim.ContentTaken taken) {
    return Outcome.unapplied(
        FileStatus.DUPLICATE,
        FileKind.TRANSACTIONS,
        "the same content was uploaded before, as %s, file %s"
            .formatted(taken.key(), taken.fileId()));
  }

  private static Outcome held(Claim.KeyTaken taken) {
    return Outcome.unapplied(
        FileStatus.HELD,
        FileKind.TRANSACTIONS,
        "other content was uploaded under the key %s before, as file %s; it is not applied until an operator releases it"
            .formatted(taken.key(), taken.fileId()));
  }

  private Optional<String> store(RejectsFile<Reject> rejects, Upload upload) {
    try {
      return rejects.store(upload, rejectsStore);
    } catch (IOException e) {
      throw new UncheckedIOException("local disk fails while reading rejects", e);
    }
  }

  private void apply(
      Merge first,
      PartitionedFile file,
      Origin origin,
      OriginalRows rows,
      ItemChangePublisher.Announcement announcement)
      throws IOException, UnreadableFileException {
    Merge part = first;
    try {
      while (true) {
        part.keys().forEach(announcement::add);
        ledger.record(part.movements(origin), rows::sums);
        if (!file.hasNext()) {
          return;
        }
        part = file.next();
      }
    } catch (IOException | UnreadableFileException | RuntimeException e) {
      publishAfter(e, announcement);
      throw e;
    }
  }

  /**
   * Some of the items have changed. If the original is missing at the next delivery, no one will
   * know which, so they are published now; the next delivery usually publishes them again.
   */
  private static void publishAfter(
      Exception failure, ItemChangePublisher.Announcement announcement) {
    try {
      announcement.publish();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private static Outcome applied(
      FileKind kind, long rows, RejectsFile<Reject> rejects, Optional<String> rejectsKey) {
    long rejected = rejects.count();
    if (rejected > 0) {
      String reason = rejected + (rejected == 1 ? " row was" : " rows were") + " rejected";
      return new Outcome(
          FileStatus.PARTIAL, kind, rows, rejected, reason, rejectsKey, rejects.first());
    }
    String reason = rows == 0 ? "the file has a header and no rows" : "";
    return new Outcome(FileStatus.APPLIED, kind, rows, 0, reason, Optional.empty(), List.of());
  }

  private static String text(Reject reject) {
    String where = reject.column().isEmpty() ? "" : ", column " + reject.column();
    return "line " + reject.line() + where + ": " + reject.reason();
  }
}
