package inventory.reporting.domain.files;

import inventory.model.FileStatus;
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
   * A held file whose processing has begun can only be rebuilt, as its rows might count twice.
   *
   * @param now when the operator decided
   * @throws NotReleasableException if the file is neither held nor a duplicate
   */
  public void release(FileItem file, Instant now) {
    boolean waits = file.status() == FileStatus.HELD || file.status() == FileStatus.DUPLICATE;
    if (waits && file.rules().isEmpty()) {
      queue.send(file.fileId(), file.status(), now);
    } else if (waits || file.releasedAt().isEmpty()) {
      throw new NotReleasableException(file);
    }
  }
}
