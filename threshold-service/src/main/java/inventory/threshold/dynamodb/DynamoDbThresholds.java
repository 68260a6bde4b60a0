package inventory.threshold.dynamodb;

import inventory.model.AlertId;
import inventory.model.ThresholdVersion;
import inventory.model.table.ThresholdItem;
import inventory.threshold.domain.Thresholds;
import inventory.threshold.file.Threshold;
import inventory.threshold.file.Threshold.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Thresholds in the table. Each is a separate conditional put: in a transaction a single newer
 * threshold would cancel all others, and the cost would double.
 */
public final class DynamoDbThresholds implements Thresholds {

  /** Puts that one writer makes in turn: enough to make the cost of scheduling negligible. */
  private static final int BATCH = 100;

  private final DynamoDbClient client;
  private final String table;
  private final ExecutorService writers;

  /**
   * Stores thresholds in a table.
   *
   * @param writers threads, one for each threshold that is written at a time
   */
  public DynamoDbThresholds(DynamoDbClient client, String table, ExecutorService writers) {
    this.client = client;
    this.table = table;
    this.writers = writers;
  }

  @Override
  public Set<Target> set(List<Threshold> thresholds, ThresholdVersion setAt) {
    List<Callable<List<Target>>> batches = new ArrayList<>();
    for (int from = 0; from < thresholds.size(); from += BATCH) {
      List<Threshold> batch = thresholds.subList(from, Math.min(from + BATCH, thresholds.size()));
      batches.add(() -> put(batch, setAt));
    }
    try {
      Set<Target> older = new HashSet<>();
      for (Future<List<Target>> batch : writers.invokeAll(batches)) {
        older.addAll(batch.get());
      }
      return older;
    } catch (ExecutionException e) {
      throw new IllegalStateException("thresholds could not be written", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while thresholds were written", e);
    }
  }

  /** Returns the targets that a newer statement has set. */
  private List<Target> put(List<Threshold> batch, ThresholdVersion setAt) {
    return batch.stream()
        .filter(threshold -> !put(threshold, setAt))
        .map(Threshold::target)
        .toList();
  }

  private boolean put(Threshold threshold, ThresholdVersion setAt) {
    AlertId scope = new AlertId(threshold.itemId(), threshold.warehouse());
    Map<String, AttributeValue> item = ThresholdItem.ofFile(scope, threshold.rule(), setAt);
    try {
      client.putItem(
          request ->
              request
                  .tableName(table)
                  .item(item)
                  .conditionExpression(ThresholdItem.IS_NOT_OLDER)
                  .expressionAttributeValues(Map.of(":setAt", AttributeValue.fromS(setAt.text()))));
      return true;
    } catch (ConditionalCheckFailedException e) {
      // Not a failure: a newer statement has set this threshold already.
      return false;
    }
  }
}
