package inventory.reporting.domain.files;

import inventory.model.AlertRecord.Decision;
import inventory.model.audit.AuditAction;
import inventory.model.audit.AuditEntry;
import inventory.model.table.FileItem;
import inventory.reporting.domain.audit.AuditLog;

/** Releases files that were not applied, when an operator decides so (requirement I5). */
public final class Releases {

  private final ReleaseQueue queue;
  private final AuditLog audit;

  /** Sends the requests to this queue, after the decision is on record. */
  public Releases(ReleaseQueue queue, AuditLog audit) {
    this.queue = queue;
    this.audit = audit;
  }

  /**
   * Requests that ingest-service apply a file. Idempotent: releasing a file again changes nothing.
   *
   * @throws NotReleasableException if the file is neither held nor a duplicate
   */
  public void release(FileItem file, Decision decision) {
    if (file.status().releasable()) {
      audit.record(
          AuditEntry.on(
              file.fileId(),
              AuditAction.RELEASE,
              decision,
              file.status() + " " + file.objectKey()));
      queue.send(file.fileId(), file.status(), decision);
    } else if (file.releasedAt().isEmpty()) {
      throw new NotReleasableException(file);
    }
  }
}
