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
 * Writes movements with their levels, many in one transaction. Where the store cancels one, its
 * reasons say what to do with each movement: leave it, as it is on record; write it by the level
 * that is there; or try it again as it was.
 */
final class MovementBatch {

  /** What a transaction takes. */
  static final int MAX_ACTIONS = 100;

  private static final int ACTIONS_OF_A_FILES_MOVEMENT = 2;
  private static final int ACTIONS_OF_AN_EVENT = 3;

  /**
   * Retries of writes that collide with those of others. Together they take some 20 seconds: less
   * than a message stays hidden. The SDK retries what the network or the service gets wrong.
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

  /** A movement still to be written, with the level it met on the last attempt, if it met one. */
  private record Pending(Movement movement, Optional<LevelItem> known) {}

  /** How many actions a movement takes: its own, its level's, and an event the claim on its id. */
  static int actionsOf(Movement movement) {
    return movement.event().isPresent() ? ACTIONS_OF_AN_EVENT : ACTIONS_OF_A_FILES_MOVEMENT;
  }

  /**
   * Writes movements of up to {@value #MAX_ACTIONS} actions; returns when all are on record.
   *
   * @return those that are not, as another event has their event's id
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
        // No new knowledge: somebody else is writing the same levels.
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

  /** The heart of exactly-once: whoever records this movement second, changes nothing. */
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
            "two events of %s have the place %s in the stream"
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
