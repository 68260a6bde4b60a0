package inventory.reporting.domain.files;

import inventory.model.FileStatus;
import java.time.Instant;

/** Sends requests to ingest-service to apply a file that it left out. */
@FunctionalInterface
public interface ReleaseQueue {

  /**
   * Sends a request; returns when it is durable. Idempotent.
   *
   * @param from the status from which it is released
   * @param at when the operator decided
   */
  void send(String fileId, FileStatus from, Instant at);
}
