package inventory.ingest.dynamodb;

import inventory.ingest.domain.EventReject;
import inventory.ingest.domain.EventRejects;
import inventory.model.event.FactIds;
import inventory.model.event.FactRejectItem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Records the rejection of a fact that a client stated over REST in the partition of its request,
 * where the client finds it. One write unit for each; an event of the stream costs nothing here.
 */
public final class DynamoDbFactRejects implements EventRejects {

  private final DynamoDbClient client;
  private final String table;
  private final Clock clock;
  private final EventRejects all;

  /**
   * Uses a table.
   *
   * @param all stores the rejects of all events, those of facts included
   */
  public DynamoDbFactRejects(DynamoDbClient client, String table, Clock clock, EventRejects all) {
    this.client = client;
    this.table = table;
    this.clock = clock;
    this.all = all;
  }

  @Override
  public List<Hour> add(List<EventReject> rejects) {
    rejects.stream().filter(reject -> FactIds.isFact(reject.record())).forEach(this::put);
    return all.add(rejects);
  }

  private void put(EventReject reject) {
    Map<String, AttributeValue> item =
        new FactRejectItem(
                FactIds.indexOf(reject.record()), reject.code(), reject.field(), reject.reason())
            .toItem(FactIds.requestOf(reject.record()), clock.instant());
    client.putItem(request -> request.tableName(table).item(item));
  }
}
