package inventory.reporting.domain.files;

import inventory.model.table.FileItem;
import java.time.Instant;

/** Releases files that were not applied, when an operator decides so (requirement I5). */
public final class Releases {

  private final ReleaseQueue queue;

  /** Sends the requests to this queue. */
  public Releases(ReleaseQueue queue) {
    this.queue = queue;
  }

  /**
   * Requests that ingest-service apply a file. Idempotent: releasing a file again changes nothing.
   *
   * @param now when the operator decided
   * @throws NotReleasableException if the file is neither held nor a duplicate
   */
  public void release(FileItem file, Instant now) {
    if (file.status().releasable()) {
      queue.send(file.fileId(), file.status(), now);
    } else if (file.releasedAt().isEmpty()) {
      throw new NotReleasableException(file);
    }
  }
}
