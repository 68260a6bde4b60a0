package inventory.alert.domain;

import inventory.alert.notice.FileReport;

/** The records of files. */
public interface FileReports {

  /**
   * Reads a file's record.
   *
   * @throws IllegalStateException if there is none
   */
  FileReport find(String fileId);

  /**
   * Writes into the outbox that a file is to be told of, unless that was done before.
   *
   * @param occasion the batch to write it into
   */
  void tellOnce(String fileId, Occasion occasion);
}
