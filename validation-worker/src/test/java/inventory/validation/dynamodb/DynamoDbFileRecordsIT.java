package inventory.validation.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.movement.Movement.Kind;
import inventory.model.table.LevelItem;
import inventory.model.table.MovementItem;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import inventory.validation.domain.FileRecords.Pair;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DynamoDbFileRecordsIT {

  private static final Resources AWS = EmbeddedAws.newResources();
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final DynamoDbFileRecords records = new DynamoDbFileRecords(AWS.dynamoDb(), AWS.table());

  @AfterAll
  static void close() {
    AWS.close();
  }

  @Test
  void aMovementIsRecordedIfItIsStoredOrIfItsLevelHasAMarkOfIt() {
    Movement stored = movement("stored");
    Movement marked = movement("marked");
    Movement unknown = movement("unknown");
    AWS.dynamoDb()
        .putItem(request -> request.tableName(AWS.table()).item(MovementItem.toItem(stored)));
    AWS.dynamoDb()
        .updateItem(
            LevelItem.afterLatest(marked, Set.of(), NOON)
                .request(AWS.table(), LevelItem.key(marked.key()))
                .build());

    List<Pair> pairs = records.pair(List.of(stored, marked, unknown));

    assertThat(pairs)
        .extracting(
            pair -> pair.read().key().itemId(),
            pair -> pair.recorded().map(Movement::total),
            Pair::hasLevel)
        .containsExactlyInAnyOrder(
            tuple("stored", Optional.of(BigInteger.TEN), false),
            tuple("marked", Optional.of(BigInteger.TEN), true),
            tuple("unknown", Optional.empty(), false));
  }

  private static Movement movement(String item) {
    return new Movement(
        new StockKey("Berlin", item),
        "Name",
        Kind.CHANGE,
        "0123456789abcdef0123456789abcdef",
        "fedcba9876543210fedcba9876543210",
        NOON,
        NOON,
        BigInteger.TEN,
        1,
        2,
        2,
        Optional.empty());
  }
}
