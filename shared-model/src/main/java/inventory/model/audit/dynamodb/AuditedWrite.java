package inventory.model.audit.dynamodb;

import inventory.model.Backoff;
import inventory.model.audit.AuditEntry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Writes what was decided, and puts the decision on record: both happen, or neither. */
public final class AuditedWrite {

  private static final String REFUSED = "ConditionalCheckFailed";

  /** Reasons that pass when nobody else writes the same records. */
  private static final Set<String> COLLISIONS =
      Set.of("None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  /** All pauses together take less than a second, as a person waits for the answer. */
  private static final Backoff PAUSES =
      new Backoff(10, Duration.ofMillis(5), Duration.ofMillis(160));

  private AuditedWrite() {}

  /** Puts a decision on record that is carried out outside of the table, before it is. */
  public static void record(DynamoDbClient client, String table, AuditEntry entry) {
    client.putItem(put -> put.tableName(table).item(AuditItem.toItem(entry)));
  }

  /**
   * Writes what was decided, with the decision. Collisions are retried for about a second.
   *
   * @param actions the writes, at most 99
   * @return false if the condition of one does not hold; then nothing is written
   * @throws TransactionCanceledException if the write cannot succeed, or {@link #collided}
   */
  public static boolean attempt(
      DynamoDbClient client, String table, AuditEntry entry, TransactWriteItem... actions) {
    List<TransactWriteItem> all =
        Stream.concat(Stream.of(actions), Stream.of(AuditItem.put(table, entry))).toList();
    for (int failures = 1; ; failures++) {
      try {
        client.transactWriteItems(write -> write.transactItems(all));
        return true;
      } catch (TransactionCanceledException e) {
        if (e.cancellationReasons().stream()
            .map(CancellationReason::code)
            .anyMatch(REFUSED::equals)) {
          return false;
        }
        if (!collided(e) || PAUSES.isExhausted(failures)) {
          throw e;
        }
        PAUSES.await(failures, "writing a decision", e);
      }
    }
  }

  /** Whether a transaction failed only because others were writing, so it may succeed later. */
  public static boolean collided(TransactionCanceledException failure) {
    return failure.cancellationReasons().stream()
        .map(CancellationReason::code)
        .allMatch(COLLISIONS::contains);
  }
}
