package inventory.model.table;

import inventory.model.Position;
import inventory.model.RunState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The record of a validation run (requirements V1 to V4).
 *
 * @param runId the run's id
 * @param startedAt when it started
 * @param endedAt when it ended; empty while it is running
 * @param state its state
 * @param reason why it failed, for people
 * @param endings how often it ended: a run that failed is resumed
 * @param progress what it has checked
 * @param findings how many findings each check has, without those that are accepted
 * @param newFindings how many of them the last completed run did not have, by check
 * @param acceptedFindings how many findings are accepted
 * @param worst the worst findings: new ones first, then the worst first
 * @param findingsKey the key of the object that lists the findings, once it exists
 * @param checkpoint where it resumes after a crash, as JSON; only the validation reads it
 */
public record RunItem(
    String runId,
    Instant startedAt,
    Optional<Instant> endedAt,
    RunState state,
    Optional<String> reason,
    int endings,
    Progress progress,
    Map<String, Long> findings,
    Map<String, Long> newFindings,
    long acceptedFindings,
    List<Finding> worst,
    Optional<String> findingsKey,
    Optional<String> checkpoint) {

  /** When a run ended, an ISO 8601 instant, for conditions. */
  public static final String ENDED_AT = "endedAt";

  /** The {@link RunState}, for conditions. */
  public static final String STATE = "state";

  /** When a run started, an ISO 8601 instant, for conditions. */
  public static final String STARTED_AT = "startedAt";

  /** When a run last recorded its progress, an ISO 8601 instant, for conditions. */
  public static final String PROGRESS_AT = "progressAt";

  private static final String RUN_ID = "runId";
  private static final String REASON = "reason";
  private static final String ENDINGS = "endings";
  private static final String FINDINGS = "findings";
  private static final String NEW_FINDINGS = "newFindings";
  private static final String ACCEPTED_FINDINGS = "acceptedFindings";
  private static final String WORST = "worst";
  private static final String FINDINGS_KEY = "findingsKey";
  private static final String CHECKPOINT = "checkpoint";

  /** Keeps its own copies. */
  public RunItem {
    findings = Map.copyOf(findings);
    newFindings = Map.copyOf(newFindings);
    worst = List.copyOf(worst);
  }

  /**
   * The progress of a run.
   *
   * @param files how many files it checked
   * @param filesTotal how many files it has to check, an estimate until the end
   * @param transactions how many transactions it checked
   * @param levels how many levels it compared with their movements
   * @param at when it last recorded its progress
   * @param rate transactions a second since it was last started; empty until it checked one
   * @param secondsLeft how many more seconds it will take, an estimate
   */
  public record Progress(
      long files,
      long filesTotal,
      long transactions,
      long levels,
      Optional<Instant> at,
      Optional<Double> rate,
      Optional<Long> secondsLeft) {

    private static final String FILES = "files";
    private static final String FILES_TOTAL = "filesTotal";
    private static final String TRANSACTIONS = "transactions";
    private static final String LEVELS = "levels";
    private static final String RATE = "rate";
    private static final String SECONDS_LEFT = "secondsLeft";

    private static Progress of(Attributes item) {
      return new Progress(
          item.count(FILES),
          item.count(FILES_TOTAL),
          item.count(TRANSACTIONS),
          item.count(LEVELS),
          item.optionalInstant(PROGRESS_AT),
          item.optionalDecimal(RATE),
          item.optionalLong(SECONDS_LEFT));
    }

    private void putInto(ItemBuilder item) {
      item.number(FILES, files)
          .number(FILES_TOTAL, filesTotal)
          .number(TRANSACTIONS, transactions)
          .number(LEVELS, levels)
          .instant(PROGRESS_AT, at)
          .number(RATE, rate.map(r -> BigDecimal.valueOf(r).setScale(1, RoundingMode.HALF_UP)))
          .number(SECONDS_LEFT, secondsLeft);
    }
  }

  /**
   * A finding.
   *
   * @param id its id, the same in every run that finds the same values at the same place
   * @param isNew whether the last completed run did not have it
   * @param check the check that found it
   * @param file the key of the file, if it concerns one
   * @param line the line of the file, if it concerns one
   * @param warehouse the warehouse, if it concerns one
   * @param itemId the item, if it concerns one
   * @param found what was found, for people
   * @param expected what was expected, for people
   */
  public record Finding(
      String id,
      boolean isNew,
      String check,
      Optional<String> file,
      Optional<Integer> line,
      Optional<String> warehouse,
      Optional<String> itemId,
      Optional<String> found,
      Optional<String> expected) {

    private static final String ID = "findingId";
    private static final String NEW = "new";
    private static final String CHECK = "check";
    private static final String FILE = "file";
    private static final String LINE = "line";
    private static final String WAREHOUSE = "warehouse";
    private static final String ITEM_ID = "itemId";
    private static final String FOUND = "found";
    private static final String EXPECTED = "expected";

    /** Reads the attributes of a finding. */
    public static Finding of(Attributes map) {
      return new Finding(
          map.text(ID),
          map.flag(NEW),
          map.text(CHECK),
          map.optionalText(FILE),
          map.optionalInt(LINE),
          map.optionalText(WAREHOUSE),
          map.optionalText(ITEM_ID),
          map.optionalText(FOUND),
          map.optionalText(EXPECTED));
    }

    /** Its attributes. */
    public Map<String, AttributeValue> toMap() {
      return new ItemBuilder(Map.of())
          .text(ID, id)
          .put(NEW, AttributeValue.fromBool(isNew))
          .text(CHECK, check)
          .text(FILE, file)
          .number(LINE, line)
          .text(WAREHOUSE, warehouse)
          .text(ITEM_ID, itemId)
          .text(FOUND, found)
          .text(EXPECTED, expected)
          .build();
    }
  }

  /** The key of a run's record. */
  public static Map<String, AttributeValue> key(String runId) {
    return Values.key(Keys.run(runId), Keys.ONLY);
  }

  /** The key of a run's record in the index, which lists the runs by their start. */
  public static Map<String, AttributeValue> indexKey(String runId, Instant startedAt) {
    return new ItemBuilder(key(runId)).index(Keys.RUNS, Position.of(startedAt, runId)).build();
  }

  /** The runs, the one that started last first; may lag by moments. */
  public static QueryRequest.Builder newest(String table) {
    return QueryRequest.builder()
        .tableName(table)
        .indexName(Table.INDEX)
        .scanIndexForward(false)
        .keyConditionExpression(Table.INDEX_PK + " = :runs")
        .expressionAttributeValues(Map.of(":runs", Values.text(Keys.RUNS)));
  }

  /** The run of an item of the table. */
  public static RunItem of(Map<String, AttributeValue> item) {
    Attributes attributes = new Attributes(item);
    return new RunItem(
        attributes.text(RUN_ID),
        attributes.instant(STARTED_AT),
        attributes.optionalInstant(ENDED_AT),
        RunState.valueOf(attributes.text(STATE)),
        attributes.optionalText(REASON),
        attributes.optionalInt(ENDINGS).orElse(0),
        Progress.of(attributes),
        attributes.counts(FINDINGS),
        attributes.counts(NEW_FINDINGS),
        attributes.count(ACCEPTED_FINDINGS),
        attributes.maps(WORST).stream().map(Finding::of).toList(),
        attributes.optionalText(FINDINGS_KEY),
        attributes.optionalText(CHECKPOINT));
  }

  /** The item. */
  public Map<String, AttributeValue> toItem() {
    ItemBuilder item =
        new ItemBuilder(indexKey(runId, startedAt))
            .text(RUN_ID, runId)
            .instant(STARTED_AT, startedAt)
            .instant(ENDED_AT, endedAt)
            .text(STATE, state.name())
            .text(REASON, reason)
            .number(ENDINGS, endings)
            .put(FINDINGS, AttributeValue.fromM(numbers(findings)))
            .put(NEW_FINDINGS, AttributeValue.fromM(numbers(newFindings)))
            .number(ACCEPTED_FINDINGS, acceptedFindings)
            .put(WORST, AttributeValue.fromL(worstAsMaps()))
            .text(FINDINGS_KEY, findingsKey)
            .text(CHECKPOINT, checkpoint);
    progress.putInto(item);
    return item.build();
  }

  private List<AttributeValue> worstAsMaps() {
    return worst.stream().map(Finding::toMap).map(AttributeValue::fromM).toList();
  }

  private static Map<String, AttributeValue> numbers(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, count -> Values.number(count.getValue())));
  }
}
