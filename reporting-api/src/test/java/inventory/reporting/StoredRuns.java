package inventory.reporting;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import inventory.model.Position;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Puts validation runs as validation-worker would. */
final class StoredRuns {

  private final DynamoDbClient dynamo;
  private final String table;

  StoredRuns(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  /** A run that has just begun, and the first file that it checked. */
  void begun(String id, Instant startedAt) {
    put(run(id, startedAt, "RUNNING"));
    put(
        Map.of(
            Table.PK, fromS(Keys.run(id)),
            Table.SK, fromS(Keys.checkedFile(1)),
            Table.File.KEY, fromS("a.csv")));
  }

  /** A run that is half-way. */
  void underWay(String id, Instant startedAt) {
    Map<String, AttributeValue> item = run(id, startedAt, "RUNNING");
    item.putAll(reached(25, 50, 5_000, 0));
    item.put(Table.Run.PROGRESS_AT, fromS("2026-11-21T03:20:00.250Z"));
    item.put(Table.Run.RATE, fromN("4.125"));
    item.put(Table.Run.SECONDS_LEFT, fromN("1200"));
    put(item);
  }

  /** A run that failed without a list of findings. */
  void failed(String id, Instant startedAt, String reason) {
    Map<String, AttributeValue> item = run(id, startedAt, "FAILED");
    item.put(Table.Run.ENDED_AT, fromS("2026-11-21T03:10:00Z"));
    item.put(Table.Run.REASON, fromS(reason));
    put(item);
  }

  /** A completed run with three findings. */
  void completed(String id, Instant startedAt, String findingsKey) {
    Map<String, AttributeValue> item = run(id, startedAt, "COMPLETED");
    item.putAll(reached(50, 50, 10_000, 400));
    item.put(Table.Run.ENDED_AT, fromS("2026-11-21T03:41:07Z"));
    item.put(Table.Run.PROGRESS_AT, fromS("2026-11-21T03:41:07Z"));
    item.put(Table.Run.RATE, fromN("4.5"));
    item.put(Table.Run.FINDINGS, fromM(Map.of("zero-change", fromN("2"), "level", fromN("1"))));
    item.put(Table.Run.WORST, fromL(List.of(fromM(ofLevel()), fromM(ofRow()))));
    item.put(Table.Run.FINDINGS_KEY, fromS(findingsKey));
    put(item);
  }

  private static Map<String, AttributeValue> ofLevel() {
    return Map.of(
        Table.Finding.CHECK, fromS("level"),
        Table.Finding.WAREHOUSE, fromS("Berlin"),
        Table.Finding.ITEM_ID, fromS("d23x56"),
        Table.Finding.FOUND, fromS("7"),
        Table.Finding.EXPECTED, fromS("5"));
  }

  private static Map<String, AttributeValue> ofRow() {
    return Map.of(
        Table.Finding.CHECK, fromS("zero-change"),
        Table.Finding.FILE, fromS("a/b.csv"),
        Table.Finding.LINE, fromN("14"),
        Table.Finding.FOUND, fromS("0"));
  }

  private static Map<String, AttributeValue> reached(
      int files, int total, int transactions, int levels) {
    return Map.of(
        Table.Run.FILES, fromN(Integer.toString(files)),
        Table.Run.FILES_TOTAL, fromN(Integer.toString(total)),
        Table.Run.TRANSACTIONS, fromN(Integer.toString(transactions)),
        Table.Run.LEVELS, fromN(Integer.toString(levels)));
  }

  private static Map<String, AttributeValue> run(String id, Instant startedAt, String state) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(Table.PK, fromS(Keys.run(id)));
    item.put(Table.SK, fromS(Keys.ONLY));
    item.put(Table.INDEX_PK, fromS(Keys.RUNS));
    item.put(Table.INDEX_SK, fromS(Position.of(startedAt, id)));
    item.put(Table.Run.RUN_ID, fromS(id));
    item.put(Table.Run.STARTED_AT, fromS(startedAt.toString()));
    item.put(Table.Run.STATE, fromS(state));
    return item;
  }

  private void put(Map<String, AttributeValue> item) {
    dynamo.putItem(request -> request.tableName(table).item(item));
  }
}
