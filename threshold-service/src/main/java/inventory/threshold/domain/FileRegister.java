package inventory.threshold.domain;

import inventory.inbox.Outcome;
import inventory.inbox.Upload;
import inventory.model.FileStatus;

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
