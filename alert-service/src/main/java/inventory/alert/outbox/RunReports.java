package inventory.alert.outbox;

import inventory.alert.notification.RunReport;
import java.util.Collection;

/** The records of validation runs. */
public interface RunReports {

  /**
   * Reads a run's record, strongly consistent.
   *
   * @throws IllegalStateException if there is none
   */
  RunReport find(String runId);

  /**
   * Puts a notification about a run into the outbox, unless that was done before for this ending or
   * a later one.
   *
   * @param ending how often the run had ended, 1 or more
   * @param deliveries who is notified, one or more
   * @param trigger the batch to put it into
   */
  void notifyOnce(String runId, int ending, Collection<Delivery> deliveries, Trigger trigger);
}
