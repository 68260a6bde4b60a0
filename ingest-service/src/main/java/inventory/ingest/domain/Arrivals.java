package inventory.ingest.domain;

import inventory.model.inbox.Upload;

/** Tells the validation of every file, in the order of arrival (requirement V1). */
@FunctionalInterface
public interface Arrivals {

  /**
   * Tells it of one upload; returns when that is durable. To tell it again does no harm.
   *
   * @param upload one that is on record
   */
  void tell(Upload upload);
}
