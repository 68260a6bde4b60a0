package inventory.validation.dynamodb;

import inventory.model.RunState;
import inventory.model.table.RunItem;
import inventory.validation.domain.Finding;
import inventory.validation.domain.Severity;
import inventory.validation.findings.FindingState;
import inventory.validation.findings.FoundFinding;
import inventory.validation.run.Checkpoint;
import inventory.validation.run.Run;
import inventory.validation.run.Runs.Pace;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.SerdeImport;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Maps runs to items of the table. */
@SerdeImport(Checkpoint.class)
@SerdeImport(Checkpoint.Phase.class)
@SerdeImport(Finding.class)
@SerdeImport(FindingState.class)
@SerdeImport(FoundFinding.class)
@SerdeImport(Severity.class)
final class RunMapping {

  private final ObjectMapper json;

  RunMapping(ObjectMapper json) {
    this.json = json;
  }

  /** The state with which the next start resumes a run. */
  @Serdeable
  record SavedState(
      Checkpoint place, String findingsKey, List<FoundFinding> worst, Map<String, Long> inGroup) {}

  RunItem item(Run run, Pace pace) {
    RunState state = run.state();
    Run.Found found = run.found();
    return new RunItem(
        run.id(),
        run.startedAt(),
        state == RunState.RUNNING ? Optional.empty() : Optional.of(pace.at()),
        state,
        nonEmpty(run.reason()),
        run.reached().endings(),
        progress(run.reached(), pace),
        found.findings(),
        found.newFindings(),
        found.accepted(),
        found.worst().stream().map(RunMapping::finding).toList(),
        state == RunState.COMPLETED ? Optional.of(run.findingsKey()) : Optional.empty(),
        Optional.of(
            json(
                new SavedState(
                    run.checkpoint(), run.findingsKey(), found.worst(), found.inGroup()))));
  }

  private static RunItem.Progress progress(Run.Reached reached, Pace pace) {
    return new RunItem.Progress(
        reached.files(),
        reached.filesTotal(),
        reached.transactions(),
        reached.levels(),
        Optional.of(pace.at()),
        Optional.of(pace.transactionsPerSecond()).filter(rate -> rate > 0),
        pace.left().map(Duration::toSeconds));
  }

  private static RunItem.Finding finding(FoundFinding found) {
    Finding finding = found.finding();
    return new RunItem.Finding(
        finding.id(),
        found.state() == FindingState.NEW,
        finding.check(),
        nonEmpty(finding.file()),
        Optional.of(finding.line()).filter(line -> line > 0),
        nonEmpty(finding.warehouse()),
        nonEmpty(finding.itemId()),
        Optional.of(finding.found()),
        Optional.of(finding.expected()));
  }

  private static Optional<String> nonEmpty(String text) {
    return Optional.of(text).filter(value -> !value.isEmpty());
  }

  Run run(RunItem item) {
    SavedState saved = savedState(item.checkpoint().orElseThrow());
    Run run = new Run(item.runId(), item.startedAt(), saved.findingsKey());
    run.restore(
        item.state(),
        saved.place(),
        new Run.Reached(
            Math.toIntExact(item.progress().files()),
            Math.toIntExact(item.progress().filesTotal()),
            item.progress().transactions(),
            item.progress().levels(),
            item.endings()),
        new Run.Found(
            item.findings(),
            item.newFindings(),
            item.acceptedFindings(),
            saved.worst(),
            saved.inGroup()));
    return run;
  }

  private String json(SavedState state) {
    try {
      return json.writeValueAsString(state);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a checkpoint as JSON", e);
    }
  }

  private SavedState savedState(String text) {
    try {
      return json.readValue(text, SavedState.class);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot parse the checkpoint: " + text, e);
    }
  }
}
