package inventory.validation.dynamodb;

import static inventory.model.movement.dynamodb.Attributes.number;
import static inventory.model.movement.dynamodb.Attributes.text;

import inventory.model.Position;
import inventory.model.RunState;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.validation.domain.Finding;
import inventory.validation.domain.Severity;
import inventory.validation.run.Checkpoint;
import inventory.validation.run.Run;
import inventory.validation.run.Runs.Pace;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.SerdeImport;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Runs as items of the table. */
@SerdeImport(Checkpoint.class)
@SerdeImport(Checkpoint.Phase.class)
@SerdeImport(Finding.class)
@SerdeImport(Severity.class)
final class RunItems {

  private final ObjectMapper json;

  RunItems(ObjectMapper json) {
    this.json = json;
  }

  /** The state with which the next start resumes a run. */
  @Serdeable
  record SavedState(Checkpoint place, String findingsKey, List<Finding> worst) {}

  Map<String, AttributeValue> toItem(Run run, Pace pace) {
    Map<String, AttributeValue> item = new HashMap<>(Tables.key(Keys.run(run.id()), Keys.ONLY));
    item.put(Table.INDEX_PK, text(Keys.RUNS));
    item.put(Table.INDEX_SK, text(Position.of(run.startedAt(), run.id())));
    item.put(Table.Run.RUN_ID, text(run.id()));
    item.put(Table.Run.STARTED_AT, text(run.startedAt().toString()));
    item.put(Table.Run.STATE, text(run.state().name()));
    Run.Reached reached = run.reached();
    item.put(Table.Run.FILES, number(reached.files()));
    item.put(Table.Run.FILES_TOTAL, number(reached.filesTotal()));
    item.put(Table.Run.TRANSACTIONS, number(reached.transactions()));
    item.put(Table.Run.LEVELS, number(reached.levels()));
    item.put(Table.Run.ENDINGS, number(reached.endings()));
    item.put(
        Table.Run.FINDINGS,
        AttributeValue.fromM(
            run.findings().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> number(entry.getValue())))));
    item.put(
        Table.Run.WORST,
        AttributeValue.fromL(
            run.worst().stream().map(RunItems::toMap).map(AttributeValue::fromM).toList()));
    item.put(Table.Run.CHECKPOINT, text(savedState(run)));
    addPace(item, pace);
    addEnd(item, run, pace.at());
    return item;
  }

  private static void addPace(Map<String, AttributeValue> item, Pace pace) {
    item.put(Table.Run.PROGRESS_AT, text(pace.at().toString()));
    if (pace.transactionsPerSecond() > 0) {
      item.put(
          Table.Run.RATE,
          number(
              BigDecimal.valueOf(pace.transactionsPerSecond()).setScale(1, RoundingMode.HALF_UP)));
    }
    pace.left().ifPresent(left -> item.put(Table.Run.SECONDS_LEFT, number(left.toSeconds())));
  }

  private static void addEnd(Map<String, AttributeValue> item, Run run, Instant now) {
    if (run.state() != RunState.RUNNING) {
      item.put(Table.Run.ENDED_AT, text(now.toString()));
    }
    if (run.state() == RunState.COMPLETED) {
      item.put(Table.Run.FINDINGS_KEY, text(run.findingsKey()));
    }
    if (!run.reason().isEmpty()) {
      item.put(Table.Run.REASON, text(run.reason()));
    }
  }

  private static Map<String, AttributeValue> toMap(Finding finding) {
    Map<String, AttributeValue> map = new HashMap<>();
    map.put(Table.Finding.CHECK, text(finding.check()));
    map.put(Table.Finding.FOUND, text(finding.found()));
    map.put(Table.Finding.EXPECTED, text(finding.expected()));
    putUnlessEmpty(map, Table.Finding.FILE, finding.file());
    putUnlessEmpty(map, Table.Finding.WAREHOUSE, finding.warehouse());
    putUnlessEmpty(map, Table.Finding.ITEM_ID, finding.itemId());
    if (finding.line() > 0) {
      map.put(Table.Finding.LINE, number(finding.line()));
    }
    return map;
  }

  private static void putUnlessEmpty(Map<String, AttributeValue> map, String name, String value) {
    if (!value.isEmpty()) {
      map.put(name, text(value));
    }
  }

  private String savedState(Run run) {
    try {
      return json.writeValueAsString(
          new SavedState(run.checkpoint(), run.findingsKey(), run.worst()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a checkpoint as JSON", e);
    }
  }

  Run toRun(Map<String, AttributeValue> item) {
    SavedState saved = savedState(item.get(Table.Run.CHECKPOINT).s());
    Run run =
        new Run(
            item.get(Table.Run.RUN_ID).s(),
            Instant.parse(item.get(Table.Run.STARTED_AT).s()),
            saved.findingsKey());
    run.restore(
        RunState.valueOf(item.get(Table.Run.STATE).s()),
        saved.place(),
        new Run.Reached(
            integer(item, Table.Run.FILES),
            integer(item, Table.Run.FILES_TOTAL),
            number(item, Table.Run.TRANSACTIONS).orElseThrow().longValueExact(),
            number(item, Table.Run.LEVELS).orElseThrow().longValueExact(),
            integer(item, Table.Run.ENDINGS)),
        item.get(Table.Run.FINDINGS).m().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> Long.valueOf(e.getValue().n()))),
        saved.worst());
    return run;
  }

  private SavedState savedState(String text) {
    try {
      return json.readValue(text, SavedState.class);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot parse the checkpoint: " + text, e);
    }
  }

  private static int integer(Map<String, AttributeValue> item, String name) {
    return number(item, name).orElseThrow().intValueExact();
  }
}
