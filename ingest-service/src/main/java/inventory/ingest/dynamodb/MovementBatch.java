package inventory.ingest.dynamodb;

import inventory.model.Backoff;
import inventory.model.movement.Movement;
import inventory.model.table.LevelItem;
import inventory.model.table.MovementItem;
import inventory.model.table.Table;
import java.time.Duration;
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
 * Writes movements with their levels, many in one transaction. If the store cancels a transaction,
 * its reasons determine what happens to each movement: it is recorded already; it is written again,
 * based on the stored level; or it is retried unchanged.
 */
final class MovementBatch {

  /** The limit of actions in a transaction. */
  static final int MAX_ACTIONS = 100;

  private static final int ACTIONS_OF_A_FILES_MOVEMENT = 2;
  private static final int ACTIONS_OF_AN_EVENT = 3;

  /**
   * Retries of writes that collide with others. Together they take about 20 seconds, less than the
   * visibility timeout. The SDK retries errors of the network and the service.
   */
  static final Backoff COLLISIONS = new Backoff(30, Duration.ofMillis(10), Duration.ofSeconds(1));

  private static final String FAILED = "ConditionalCheckFailed";

  private final DynamoDbClient client;
  private final String table;
  private final LevelWrites levels;
  private final EventClaims claims;

  MovementBatch(DynamoDbClient client, String table, LevelWrites levels) {
    this.client = client;
    this.table = table;
    this.levels = levels;
    this.claims = new EventClaims(client, table);
  }

  /** A movement to be written, with the level that the last attempt found, if any. */
  private record Pending(Movement movement, Optional<LevelItem> known) {}

  /** How many actions a movement needs: its own, its level's, and for an event the claim. */
  static int actionsOf(Movement movement) {
    return movement.event().isPresent() ? ACTIONS_OF_AN_EVENT : ACTIONS_OF_A_FILES_MOVEMENT;
  }

  /**
   * Writes movements of up to {@value #MAX_ACTIONS} actions; returns when all are recorded.
   *
   * @return the movements that are not recorded, because another event has their event's id
   */
  List<Movement> write(List<Movement> movements) {
    List<Movement> refused = new ArrayList<>();
    Deque<List<Pending>> ahead = new ArrayDeque<>();
    ahead.push(movements.stream().map(m -> new Pending(m, Optional.empty())).toList());
    int collisions = 0;
    while (!ahead.isEmpty()) {
      List<Pending> batch = ahead.pop();
      try {
        client.transactWriteItems(request -> request.transactItems(actions(batch)));
      } catch (TransactionCanceledException e) {
        List<Pending> rest = rest(batch, e.cancellationReasons(), refused);
        // Nothing new is known: another process is writing the same levels.
        if (rest.equals(batch) || batch.get(0).known().isPresent()) {
          COLLISIONS.await(++collisions, "recording movements that others write, too,", e);
        }
        divide(rest, rest.equals(batch)).forEach(ahead::push);
      }
    }
    return refused;
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
      claims
          .forIdOf(movement)
          .ifPresent(claim -> actions.add(TransactWriteItem.builder().put(claim).build()));
    }
    return actions;
  }

  /** The core of exactly-once: recording this movement a second time changes nothing. */
  private Put put(Movement movement) {
    return Put.builder()
        .tableName(table)
        .item(MovementItem.toItem(movement))
        .conditionExpression("attribute_not_exists(" + Table.PK + ")")
        .build();
  }

  private List<Pending> rest(
      List<Pending> batch, List<CancellationReason> reasons, List<Movement> refused) {
    List<Pending> rest = new ArrayList<>();
    int first = 0;
    for (Pending pending : batch) {
      Movement movement = pending.movement();
      int next = first + actionsOf(movement);
      boolean isClaimed = movement.event().isPresent() && isFailed(reasons.get(next - 1));
      if (isClaimed) {
        if (!claims.isOfTheSame(movement, reasons.get(next - 1).item())) {
          refused.add(movement);
        }
      } else if (!isFailed(reasons.get(first))) {
        rest.add(informed(pending, reasons.get(first + 1)));
      } else if (movement.event().isPresent()) {
        throw new IllegalStateException(
            "two events of %s have the position %s in the stream"
                .formatted(movement.key(), movement.position()));
      }
      first = next;
    }
    return rest;
  }

  private static boolean isFailed(CancellationReason reason) {
    return FAILED.equals(reason.code());
  }

  private static Pending informed(Pending pending, CancellationReason reason) {
    return isFailed(reason)
        ? new Pending(pending.movement(), Optional.of(LevelItem.of(reason.item())))
        : pending;
  }

  /**
   * Separates movements that found a level from those that did not, so a busy item delays few
   * others. A batch that collides without such a reason is halved.
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
