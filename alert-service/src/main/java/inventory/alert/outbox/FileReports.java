package inventory.alert.outbox;

import inventory.alert.notification.FileReport;
import java.util.Collection;

/** The file records. */
public interface FileReports {

  /**
   * Reads a file's record, strongly consistent.
   *
   * @throws IllegalStateException if there is none
   */
  FileReport find(String fileId);

  /**
   * Puts a notification about a file into the outbox, unless that was done before, or the file no
   * longer has the status that was read: a released file is notified of when it is finished again.
   *
   * @param file its record as it was read
   * @param deliveries who is notified, one or more
   * @param trigger the batch to put it into
   */
  void notifyOnce(FileReport file, Collection<Delivery> deliveries, Trigger trigger);
}
