package inventory.ingest.domain;

import inventory.model.inbox.FileState;

/** Publishes every file to the validation, in the order of arrival (requirement V1). */
@FunctionalInterface
public interface ValidationQueue {

  /**
   * Publishes a file; returns when that is durable. Publishing it again does no harm.
   *
   * @param file its recorded state; each of its generations is checked
   */
  void publish(FileState file);
}
