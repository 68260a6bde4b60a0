package inventory.alert.outbox;

import inventory.alert.notification.FileReport;

/** The file records. */
public interface FileReports {

  /**
   * Reads a file's record, strongly consistent.
   *
   * @throws IllegalStateException if there is none
   */
  FileReport find(String fileId);

  /**
   * Puts a notification about a file into the outbox, unless that was done before.
   *
   * @param trigger the batch to put it into
   */
  void notifyOnce(String fileId, Trigger trigger);
}
