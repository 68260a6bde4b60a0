package inventory.ingest.domain;

import inventory.ingest.domain.FileRegister.Claim;
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
import inventory.model.inbox.Original;
import inventory.model.inbox.Originals;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.RejectsFile;
import inventory.model.inbox.RejectsStore;
import inventory.model.inbox.Upload;
import inventory.model.movement.FilePasses;
import inventory.model.movement.Merge;
import inventory.model.movement.Origin;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Ingests an uploaded file: record it, read it, claim its content, apply its rows, publish the
 * changed items, finish and publish the record. Each step can be repeated at any time. A message
 * that is delivered twice, or to two processes, or again after a crash, changes nothing the second
 * time.
 */
public final class FileIngestion implements FileIntake.Steps {

  private final FileRegister register;
  private final StockLedger ledger;
  private final RejectsStore rejectsStore;
  private final ItemChangePublisher itemChanges;
  private final ValidationQueue validationQueue;
  private final FileIntake intake;
  private final long memoryBudget;

  /**
   * Wires the use case.
   *
   * @param memoryBudget bytes that the rows of one file may use while they are merged
   */
  public FileIngestion(
      FileRegister register,
      Originals originals,
      StockLedger ledger,
      RejectsStore rejectsStore,
      ItemChangePublisher itemChanges,
      ValidationQueue validationQueue,
      FileEvents fileEvents,
      long memoryBudget) {
    this.register = register;
    this.ledger = ledger;
    this.rejectsStore = rejectsStore;
    this.itemChanges = itemChanges;
    this.validationQueue = validationQueue;
    this.intake = new FileIntake(register, originals, fileEvents, FileKind.UNKNOWN, this);
    this.memoryBudget = memoryBudget;
  }

  /**
   * Ingests one upload. When this method returns, the effect is durable and the file is finished.
   *
   * @return the status of the file, set now or by an earlier delivery
   * @throws RuntimeException if a step fails that may succeed when it is retried
   */
  public FileStatus ingest(Upload upload) {
    return intake.process(register.register(upload));
  }

  /**
   * Applies a file that an operator has released, once for each status from which it can be
   * released.
   *
   * @param from {@code HELD} or {@code DUPLICATE}; a file that has another status now is not
   *     changed
   * @param at when the operator decided
   * @return the status of the file, set now or before
   * @throws RuntimeException if a step fails that may succeed when it is retried
   */
  public FileStatus release(String fileId, FileStatus from, Instant at) {
    return intake.process(register.release(fileId, from, at));
  }

  /** Called first: the validation checks files in the order of arrival, however long each takes. */
  @Override
  public void begin(Upload upload) {
    validationQueue.publish(upload);
  }

  @Override
  public Outcome apply(Upload upload, Original original) throws IOException {
    try {
      return read(upload, original);
    } catch (UnreadableFileException e) {
      return Outcome.unapplied(FileStatus.REJECTED, FileKind.UNKNOWN, e.getMessage());
    }
  }

  private Outcome read(Upload upload, Original original)
      throws IOException, UnreadableFileException {
    Header header = FilePasses.headerOf(upload, original);
    try (RejectsFile<Reject> rejects =
            new RejectsFile<>(out -> new RejectsWriter(out, header), FileIngestion::text);
        ItemChangePublisher.Announcement announcement =
            itemChanges.begin(upload.fileId(), upload.key())) {
      FilePasses passes =
          new FilePasses(upload, original, header.kind(), memoryBudget, rejects::add);
      Merge first = passes.next();
      if (passes.rows() > 0 || passes.hasNext()) {
        Claim claim = claim(upload, original, header.kind());
        if (claim.status() != FileStatus.PROCESSING) {
          return Outcome.unapplied(claim.status(), header.kind(), claim.reason());
        }
        apply(first, passes, Origin.of(upload, original, header.kind()), announcement);
      }
      Optional<String> rejectsKey = rejects.store(upload, rejectsStore);
      announcement.publish();
      return applied(header.kind(), passes.rows(), rejects, rejectsKey);
    }
  }

  private Claim claim(Upload upload, Original original, FileKind kind) {
    return kind == FileKind.COUNT
        ? register.start(upload, InventoryFile.RULES)
        : register.claim(upload, original.sha256(), InventoryFile.RULES);
  }

  private void apply(
      Merge first, FilePasses passes, Origin origin, ItemChangePublisher.Announcement announcement)
      throws IOException, UnreadableFileException {
    Merge part = first;
    while (true) {
      part.keys().forEach(announcement::add);
      ledger.record(part.movements(origin));
      if (!passes.hasNext()) {
        return;
      }
      part = passes.next();
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
