package inventory.reporting.domain.files;

import inventory.model.AlertRecord.Decision;
import inventory.model.FileStatus;

/** Sends requests to ingest-service to apply a file that it left out. */
@FunctionalInterface
public interface ReleaseQueue {

  /**
   * Sends a request; returns when it is durable. Idempotent.
   *
   * @param from the status from which it is released
   * @param decision the operator's
   */
  void send(String fileId, FileStatus from, Decision decision);
}
