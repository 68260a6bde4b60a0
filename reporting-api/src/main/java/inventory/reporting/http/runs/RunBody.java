package inventory.reporting.http.runs;

import inventory.model.RunState;
import inventory.model.table.RunItem;
import inventory.reporting.http.Column;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answer to {@code GET /validation-runs/{id}}, and an entry of {@code GET /validation-runs}.
 */
@Serdeable
public record RunBody(
    String id,
    Instant startedAt,
    @Nullable Instant endedAt,
    RunState state,
    @Nullable String reason,
    Progress progress,
    Findings findings,
    List<Finding> worst,
    @Nullable String findingsKey) {

  /** The progress of the run. */
  @Serdeable
  public record Progress(
      long files,
      long filesTotal,
      long transactions,
      long levels,
      @Nullable Double ratePerSecond,
      @Nullable Long secondsLeft,
      @Nullable Instant at) {}

  /** The number of findings, in total and by check. */
  @Serdeable
  public record Findings(
      long total,
      @Schema(description = "How many of them the last completed run did not have.") long newTotal,
      @Schema(description = "The number of accepted findings, which do not count.") long accepted,
      Map<String, Long> byCheck,
      @Schema(description = "The number of new findings by check.") Map<String, Long> newByCheck) {}

  /** A finding. A property is null if the finding does not concern it. */
  @Serdeable
  public record Finding(
      @Schema(description = "The same in every run that finds the same values at the same place.")
          String id,
      @Schema(description = "`new` if the last completed run did not have it, else `known`.")
          String state,
      String check,
      @Nullable String file,
      @Nullable Integer line,
      @Nullable String warehouse,
      @Nullable String itemId,
      @Nullable String found,
      @Nullable String expected) {}

  static final List<Column<RunBody>> COLUMNS =
      List.of(
          new Column<>("id", RunBody::id),
          new Column<>("startedAt", RunBody::startedAt),
          new Column<>("endedAt", RunBody::endedAt),
          new Column<>("state", RunBody::state),
          new Column<>("reason", RunBody::reason),
          new Column<>("files", run -> run.progress().files()),
          new Column<>("filesTotal", run -> run.progress().filesTotal()),
          new Column<>("transactions", run -> run.progress().transactions()),
          new Column<>("levels", run -> run.progress().levels()),
          new Column<>("findings", run -> run.findings().total()),
          new Column<>("newFindings", run -> run.findings().newTotal()),
          new Column<>("acceptedFindings", run -> run.findings().accepted()),
          new Column<>("findingsKey", RunBody::findingsKey));

  /** The JSON body of a run. */
  public static RunBody of(RunItem run) {
    return new RunBody(
        run.runId(),
        run.startedAt(),
        run.endedAt().orElse(null),
        run.state(),
        run.reason().orElse(null),
        progress(run.progress()),
        new Findings(
            sum(run.findings()),
            sum(run.newFindings()),
            run.acceptedFindings(),
            new TreeMap<>(run.findings()),
            new TreeMap<>(run.newFindings())),
        run.worst().stream().map(RunBody::finding).toList(),
        run.findingsKey().orElse(null));
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static Progress progress(RunItem.Progress progress) {
    return new Progress(
        progress.files(),
        progress.filesTotal(),
        progress.transactions(),
        progress.levels(),
        progress.rate().orElse(null),
        progress.secondsLeft().orElse(null),
        progress.at().orElse(null));
  }

  static Finding finding(RunItem.Finding finding) {
    return new Finding(
        finding.id(),
        finding.isNew() ? "new" : "known",
        finding.check(),
        finding.file().orElse(null),
        finding.line().orElse(null),
        finding.warehouse().orElse(null),
        finding.itemId().orElse(null),
        finding.found().orElse(null),
        finding.expected().orElse(null));
  }
}
