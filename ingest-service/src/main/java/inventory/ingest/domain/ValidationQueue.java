package inventory.ingest.domain;

import inventory.model.inbox.Upload;

/** Publishes every file to the validation, in the order of arrival (requirement V1). */
@FunctionalInterface
public interface ValidationQueue {

  /**
   * Publishes an upload; returns when that is durable. Publishing it again does no harm.
   *
   * @param upload a recorded upload
   */
  void publish(Upload upload);
}
