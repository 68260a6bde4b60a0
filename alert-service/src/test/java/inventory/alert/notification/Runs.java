package inventory.alert.notification;

import inventory.alert.notification.RunReport.Finding;
import inventory.model.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports of validation runs, for tests. */
public final class Runs {

  public static final Instant STARTED = Instant.parse("2026-11-21T03:00:00Z");
  public static final Instant ENDED = Instant.parse("2026-11-21T03:41:07Z");
  public static final String FILE = "inventory_files/2026/11/20/20261120120000_inventory.csv";

  private static final String FINDINGS_KEY = "validation/2026-11-21/findings.csv";

  private Runs() {}

  /** A completed run with two findings by one check and a new one by another. */
  public static RunReport withFindings(String runId) {
    return completed(
        runId,
        Map.of("level", 1L, "zero-change", 2L),
        Map.of("level", 1L),
        List.of(
            new Finding(
                true, "level", "", "", "Berlin", "d23x56", "7", "the movements add up to 5"),
            new Finding(
                false, "zero-change", FILE, "14", "Bremen 4", "a123v5", "0", "another number")));
  }

  /** A completed run of 50 files whose findings are all new. */
  public static RunReport completed(String runId, Map<String, Long> findings, List<Finding> worst) {
    return completed(runId, findings, findings, worst);
  }

  private static RunReport completed(
      String runId,
      Map<String, Long> findings,
      Map<String, Long> newFindings,
      List<Finding> worst) {
    return new RunReport(
        runId,
        STARTED,
        Optional.of(ENDED),
        RunState.COMPLETED,
        "",
        1,
        50,
        50,
        10_000,
        400,
        findings,
        newFindings,
        0,
        worst,
        Optional.of(FINDINGS_KEY));
  }

  /** A run that failed after 20 of 50 files, before it had a list of findings. */
  public static RunReport failed(String runId, int endings) {
    return failed(runId, endings, "the bucket inbox refuses access");
  }

  /** The same run with a number of endings. */
  public static RunReport ended(RunReport run, int endings) {
    return new RunReport(
        run.runId(),
        run.startedAt(),
        run.endedAt(),
        run.state(),
        run.reason(),
        endings,
        run.files(),
        run.filesTotal(),
        run.transactions(),
        run.levels(),
        run.findings(),
        run.newFindings(),
        run.acceptedFindings(),
        run.worst(),
        run.findingsKey());
  }

  /** The same with a reason. */
  public static RunReport failed(String runId, int endings, String reason) {
    return new RunReport(
        runId,
        STARTED,
        Optional.of(ENDED),
        RunState.FAILED,
        reason,
        endings,
        20,
        50,
        4_000,
        0,
        Map.of("rejected", 1L),
        Map.of(),
        2,
        List.of(),
        Optional.empty());
  }
}
