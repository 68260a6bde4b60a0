package inventory.reporting.domain.files;

import java.time.Instant;

/** Has files applied that were left out, as operators decide (requirement I5). */
public final class Releases {

  private final ReleaseQueue queue;

  /** Asks through this. */
  public Releases(ReleaseQueue queue) {
    this.queue = queue;
  }

  /**
   * Has a file applied. A second time, and for one that was released before, it changes nothing.
   *
   * @param now when the operator decided so
   * @throws NotReleasableException if the file was not left out
   */
  public void release(FileRecord file, Instant now) {
    if (file.canBeReleased()) {
      queue.send(file.id(), file.status(), now);
    } else if (!file.wasReleased()) {
      throw new NotReleasableException(file);
    }
  }
}
