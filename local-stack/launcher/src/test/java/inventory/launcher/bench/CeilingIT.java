package inventory.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.stack.LaunchException;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the benchmark reads back, sends again and checks, against a real table. */
final class CeilingIT {

  private static final Instant TIME = Instant.parse("2026-05-04T06:00:00Z");
  private static final int PAIRS = 60;

  private static Resources work;
  private static Resources replay;

  @BeforeAll
  static void writeAWork() {
    work = EmbeddedAws.newResources();
    replay = EmbeddedAws.newResources();
    for (int i = 0; i < PAIRS; i++) {
      StockKey key = new StockKey("Berlin", "a" + i);
      put(movement(key, "file-1", i));
      put(level(key, i));
    }
    put(movement(new StockKey("Bremen", "a1"), "file-2", 1));
    put(level(new StockKey("Bremen", "a1"), 1));
  }

  @AfterAll
  static void close() {
    work.close();
    replay.close();
  }

  @Test
  void theSameItemsAreWrittenAgainAndNoOthers() throws InterruptedException {
    long nanos = new Ceiling(replay.dynamoDb(), replay.table(), read().written()).send(2);

    assertThat(nanos).isPositive();
    assertThat(items(replay))
        .hasSize(2 * PAIRS)
        .containsExactlyInAnyOrderElementsOf(
            items(work).stream()
                .filter(item -> !item.get(Table.PK).s().contains("Bremen"))
                .filter(item -> !item.get(Table.SK).s().contains("Bremen"))
                .toList());
  }

  @Test
  void aMovementIsPaidTwiceAndALevelTwiceAndOnceForTheIndex() {
    assertThat(read().writeUnits()).isEqualTo(PAIRS * (2 + 2 + 1));
  }

  @Test
  void aLevelThatIsWrongOrMissingIsNoResult() {
    LevelCheck check = new LevelCheck(work.dynamoDb(), work.table());

    assertThatCode(() -> check.check(Map.of(new StockKey("Berlin", "a7"), 7L)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> check.check(Map.of(new StockKey("Berlin", "a7"), 8L)))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("a7");
    assertThatThrownBy(() -> check.check(Map.of(new StockKey("Berlin", "none"), 0L)))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("null");
  }

  private static StoredWork read() {
    return StoredWork.read(work.dynamoDb(), work.table(), Set.of("file-1"), Set.of("Berlin"));
  }

  private static Iterable<Map<String, AttributeValue>> scan(Resources resources) {
    DynamoDbClient dynamoDb = resources.dynamoDb();
    return dynamoDb.scanPaginator(r -> r.tableName(resources.table())).items();
  }

  private static List<Map<String, AttributeValue>> items(Resources resources) {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    scan(resources).forEach(items::add);
    return items;
  }

  private static void put(Map<String, AttributeValue> item) {
    work.dynamoDb().putItem(r -> r.tableName(work.table()).item(item));
  }

  private static Map<String, AttributeValue> movement(StockKey key, String fileId, int change) {
    return Map.of(
        Table.PK, text(Keys.movements(key)),
        Table.SK, text(Position.of(TIME, "content")),
        Table.Movement.FILE_ID, text(fileId),
        Table.Movement.CHANGE, number(change));
  }

  private static Map<String, AttributeValue> level(StockKey key, int units) {
    return Map.ofEntries(
        Map.entry(Table.PK, text(Keys.item(key.itemId()))),
        Map.entry(Table.SK, text(Keys.level(key.warehouse()))),
        Map.entry(Table.INDEX_PK, text(Keys.warehouse(key.warehouse()))),
        Map.entry(Table.INDEX_SK, text(Keys.sortable(key.itemId()))),
        Map.entry(Table.Level.ITEM_ID, text(key.itemId())),
        Map.entry(Table.Level.WAREHOUSE, text(key.warehouse())),
        Map.entry(Table.Level.ITEM_NAME, text("Article")),
        Map.entry(Table.Level.LATEST, text(Position.of(TIME, "content"))),
        Map.entry(Table.Level.UPDATED_AT, text(TIME.toString())),
        Map.entry(Table.Level.STOCK_LEVEL, number(units)),
        Map.entry(Table.Level.REVISION, number(1)));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue number(int value) {
    return AttributeValue.fromN(Integer.toString(value));
  }
}
