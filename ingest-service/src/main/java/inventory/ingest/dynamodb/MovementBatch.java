package inventory.ingest.dynamodb;

import inventory.model.table.Table;
import inventory.movement.Movement;
import inventory.movement.dynamodb.LevelItem;
import inventory.movement.dynamodb.MovementItems;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Writes movements with their levels, many in one transaction. Where the store cancels one, its
 * reasons say what to do with each movement: leave it, as it is on record; write it by the level
 * that is there; or try it again as it was.
 */
final class MovementBatch {

  /** Two actions each; a transaction takes 100. */
  static final int MAX_MOVEMENTS = 50;

  private static final String FAILED = "ConditionalCheckFailed";

  private final DynamoDbClient client;
  private final String table;
  private final LevelWrites levels;

  MovementBatch(DynamoDbClient client, String table, LevelWrites levels) {
    this.client = client;
    this.table = table;
    this.levels = levels;
  }

  /** A movement still to be written, with the level it met on the last attempt, if it met one. */
  private record Pending(Movement movement, Optional<LevelItem> known) {}

  /** Writes up to {@value #MAX_MOVEMENTS} movements; returns when all are on record. */
  void write(List<Movement> movements) {
    Deque<List<Pending>> ahead = new ArrayDeque<>();
    ahead.push(movements.stream().map(m -> new Pending(m, Optional.empty())).toList());
    Backoff backoff = new Backoff();
    while (!ahead.isEmpty()) {
      List<Pending> batch = ahead.pop();
      try {
        client.transactWriteItems(request -> request.transactItems(actions(batch)));
      } catch (TransactionCanceledException e) {
        List<Pending> rest = rest(batch, e.cancellationReasons());
        // No new knowledge: somebody else is writing the same levels.
        if (rest.equals(batch) || batch.get(0).known().isPresent()) {
          backoff.pause(e);
        }
        divide(rest, rest.equals(batch)).forEach(ahead::push);
      }
    }
  }

  private List<TransactWriteItem> actions(List<Pending> batch) {
    List<TransactWriteItem> actions = new ArrayList<>();
    for (Pending pending : batch) {
      Movement movement = pending.movement();
      actions.add(TransactWriteItem.builder().put(put(movement)).build());
      actions.add(
          TransactWriteItem.builder()
              .update(
                  pending
                      .known()
                      .map(known -> levels.forKnown(movement, known))
                      .orElseGet(() -> levels.forLatest(movement)))
              .build());
    }
    return actions;
  }

  /** The heart of exactly-once: whoever records this movement second, changes nothing. */
  private Put put(Movement movement) {
    return Put.builder()
        .tableName(table)
        .item(MovementItems.toItem(movement))
        .conditionExpression("attribute_not_exists(" + Table.PK + ")")
        .build();
  }

  private static List<Pending> rest(List<Pending> batch, List<CancellationReason> reasons) {
    List<Pending> rest = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      boolean isRecorded = FAILED.equals(reasons.get(2 * i).code());
      if (!isRecorded) {
        rest.add(informed(batch.get(i), reasons.get(2 * i + 1)));
      }
    }
    return rest;
  }

  private static Pending informed(Pending pending, CancellationReason reason) {
    return FAILED.equals(reason.code())
        ? new Pending(pending.movement(), Optional.of(LevelItem.of(reason.item())))
        : pending;
  }

  /**
   * Movements that met a level are kept apart from those that did not, so that a busy item holds up
   * few others; what collides without a reason of its own is halved.
   */
  private static List<List<Pending>> divide(List<Pending> rest, boolean halve) {
    List<Pending> one = rest.stream().filter(p -> p.known().isPresent()).toList();
    List<Pending> other = rest.stream().filter(p -> p.known().isEmpty()).toList();
    if (halve && (one.isEmpty() || other.isEmpty())) {
      one = rest.subList(0, rest.size() / 2);
      other = rest.subList(rest.size() / 2, rest.size());
    }
    return List.of(one, other).stream().filter(part -> !part.isEmpty()).toList();
  }
}
