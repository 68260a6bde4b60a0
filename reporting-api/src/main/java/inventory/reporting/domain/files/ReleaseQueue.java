package inventory.reporting.domain.files;

import inventory.model.FileStatus;
import java.time.Instant;

/** How ingest-service is asked to apply a file that it has not applied. */
@FunctionalInterface
public interface ReleaseQueue {

  /**
   * Asks for it; returns when the request is durable. To ask again does no harm.
   *
   * @param from the status from which it is released
   * @param at when the operator decided so
   */
  void send(String fileId, FileStatus from, Instant at);
}
