package inventory.alert.domain;

import inventory.alert.notification.RunReport;
import inventory.alert.outbox.Audiences;
import inventory.alert.outbox.RunReports;
import inventory.alert.outbox.Trigger;
import java.time.Instant;
import java.util.function.Supplier;

/** Notifies people of each ending of a validation run once (requirement V3). */
public final class RunCheck {

  private final RunReports reports;
  private final Audiences audiences;
  private final Supplier<Instant> now;

  /**
   * Creates the use case.
   *
   * @param audiences decides who is notified
   * @param now the clock
   */
  public RunCheck(RunReports reports, Audiences audiences, Supplier<Instant> now) {
    this.reports = reports;
    this.audiences = audiences;
    this.now = now;
  }

  /**
   * Notifies people of a run's ending. On return the notification is in the outbox, or was sent
   * earlier.
   *
   * @param ending how often the run has ended, 1 or more
   * @throws RuntimeException if there is no such run, if it has not ended so often, or if a step
   *     fails that a retry may complete
   */
  public void check(String runId, int ending) {
    RunReport run = reports.find(runId);
    if (run.endings() < ending) {
      throw new IllegalStateException(
          "run " + runId + " has ended " + run.endings() + " times, not " + ending);
    }
    String batch = "RUN#" + runId + "#" + ending;
    Trigger trigger = new Trigger(batch, "validation run " + runId, now.get());
    reports.notifyOnce(runId, ending, audiences.ofRun(run, trigger.at()), trigger);
  }
}
