package inventory.alert.domain;

import inventory.alert.notice.RunReport;
import java.time.Instant;
import java.util.function.Supplier;

/** Tells operations of ended validation runs, of each ending once (requirement V3). */
public final class RunCheck {

  private final RunReports reports;
  private final Delivery delivery;
  private final Supplier<Instant> now;

  /**
   * Wires the use case.
   *
   * @param now tells the time
   */
  public RunCheck(RunReports reports, Delivery delivery, Supplier<Instant> now) {
    this.reports = reports;
    this.delivery = delivery;
    this.now = now;
  }

  /**
   * Tells of a run unless it was told. When it returns, the notice was sent, or another process
   * sends it.
   *
   * @param ending how often the run has ended, 1 or more
   * @throws RuntimeException if there is no such run, if it has not ended so often, or if something
   *     fails that may work when it is tried again
   */
  public void check(String runId, int ending) {
    RunReport run = reports.find(runId);
    if (run.endings() < ending) {
      throw new IllegalStateException(
          "run " + runId + " has ended " + run.endings() + " times, not " + ending);
    }
    String batch = "RUN#" + runId + "#" + ending;
    reports.tellOnce(runId, ending, new Occasion(batch, "validation run " + runId, now.get()));
    delivery.begin(batch).deliver();
  }
}
