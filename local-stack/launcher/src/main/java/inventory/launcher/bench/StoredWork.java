package inventory.launcher.bench;

import inventory.model.StockKey;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a work left in the table: its movements and levels, and what it cost to write all. */
final class StoredWork {

  private static final String MOVEMENT = "MOVES#";
  private static final String LEVEL = "ITEM#";
  private static final String FILE = "FILE#";
  private static final int TRANSACTIONAL = 2;

  // A file record: put, changed in a transaction, updated; each time written to the index, too.
  private static final int FILE_WRITES = 1 + TRANSACTIONAL + 1 + 3;

  private final Map<String, Map<String, AttributeValue>> movements = new HashMap<>();
  private final List<Map<String, AttributeValue>> levels = new ArrayList<>();
  private long writeUnits;

  private StoredWork() {}

  /** A movement and the level that it was written with. */
  record Written(Map<String, AttributeValue> movement, Map<String, AttributeValue> level) {}

  /** Reads back what came of files. */
  static StoredWork read(
      DynamoDbClient dynamoDb, String table, Set<String> fileIds, Set<String> warehouses) {
    StoredWork work = new StoredWork();
    dynamoDb.scanPaginator(request -> request.tableName(table)).items().stream()
        .filter(
            item ->
                isOneOf(item, Table.File.FILE_ID, fileIds)
                    || isOneOf(item, Table.Level.WAREHOUSE, warehouses))
        .forEach(work::add);
    return work;
  }

  private static boolean isOneOf(
      Map<String, AttributeValue> item, String attribute, Set<String> values) {
    return Optional.ofNullable(item.get(attribute))
        .map(AttributeValue::s)
        .filter(values::contains)
        .isPresent();
  }

  private void add(Map<String, AttributeValue> item) {
    String pk = item.get(Table.PK).s();
    int size = ItemSize.kilobytes(item);
    if (pk.startsWith(MOVEMENT)) {
      movements.put(pk, item);
      writeUnits += (long) TRANSACTIONAL * size;
    } else if (pk.startsWith(LEVEL)) {
      levels.add(item);
      long writes = new BigInteger(item.get(Table.Level.REVISION).n()).longValueExact();
      // Each change is written to the index, too, by a plain write.
      writeUnits += writes * (TRANSACTIONAL + 1) * size;
    } else if (pk.startsWith(FILE)) {
      writeUnits += (long) FILE_WRITES * size;
    } else if (pk.equals(Keys.WAREHOUSES)) {
      writeUnits += size;
    } else {
      // A claim on a content or on a key.
      writeUnits += (long) TRANSACTIONAL * size;
    }
  }

  /** Each level with its movement; the benchmark's works have one movement for each. */
  List<Written> written() {
    return levels.stream().map(level -> new Written(movementOf(level), level)).toList();
  }

  private Map<String, AttributeValue> movementOf(Map<String, AttributeValue> level) {
    StockKey key =
        new StockKey(level.get(Table.Level.WAREHOUSE).s(), level.get(Table.Level.ITEM_ID).s());
    return movements.get(Keys.movements(key));
  }

  /** Write units of everything, by DynamoDB's rules; what the emulator says of them is wrong. */
  long writeUnits() {
    return writeUnits;
  }
}
