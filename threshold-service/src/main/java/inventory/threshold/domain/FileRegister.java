package inventory.threshold.domain;

import inventory.model.FileStatus;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.Upload;

/** What is on record of the uploads (requirement I7). */
public interface FileRegister {

  /**
   * Puts an upload on record, unless it is there already.
   *
   * @return how far it has come
   */
  FileStatus register(Upload upload);

  /** Records how an upload ended, unless that is on record already. */
  void finish(Upload upload, Outcome outcome);
}
