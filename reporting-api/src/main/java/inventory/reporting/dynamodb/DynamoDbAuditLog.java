package inventory.reporting.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import inventory.model.Position;
import inventory.model.audit.AuditEntry;
import inventory.model.audit.dynamodb.AuditItem;
import inventory.model.audit.dynamodb.AuditedWrite;
import inventory.model.table.Keys;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.audit.AuditLog;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Decisions in the table. A page costs a query for each day that it looks at, and the read units of
 * what it reads: about 1,000 decisions are 50 units.
 */
public final class DynamoDbAuditLog implements AuditLog {

  private static final int MAX_DAYS = 31;
  private static final int MAX_READ = 1000;

  private final DynamoDbClient dynamo;
  private final String table;

  /** Uses the table with this name. */
  public DynamoDbAuditLog(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public void record(AuditEntry entry) {
    AuditedWrite.record(dynamo, table, entry);
  }

  @Override
  public Page<AuditEntry, String> page(Filter filter, int limit, Optional<String> before) {
    List<AuditEntry> found = new ArrayList<>();
    String end = before.orElse(endOf(filter.to()));
    int read = 0;
    LocalDate day = LocalDate.ofInstant(Position.instant(end), ZoneOffset.UTC);
    for (int days = 0; !day.isBefore(filter.from()); days++, day = day.minusDays(1)) {
      if (days == MAX_DAYS) {
        return new Page<>(found, Optional.of(endOf(day)));
      }
      QueryRequest.Builder query = query(day, end);
      QueryResponse response;
      do {
        response = dynamo.query(query.limit(limit + 2).build());
        for (Map<String, AttributeValue> item : response.items()) {
          AuditEntry entry = AuditItem.of(item);
          if (before.filter(position(entry)::equals).isPresent() || !filter.selects(entry)) {
            continue;
          }
          if (found.size() == limit) {
            return new Page<>(found, Optional.of(position(found.get(limit - 1))));
          }
          found.add(entry);
        }
        read += response.count();
        if (read >= MAX_READ && response.hasLastEvaluatedKey()) {
          return new Page<>(found, Optional.of(response.lastEvaluatedKey().get("sk").s()));
        }
        query.exclusiveStartKey(response.lastEvaluatedKey());
      } while (response.hasLastEvaluatedKey());
      end = endOf(day.minusDays(1));
    }
    return new Page<>(found, Optional.empty());
  }

  private QueryRequest.Builder query(LocalDate day, String end) {
    return QueryRequest.builder()
        .tableName(table)
        .consistentRead(true)
        .scanIndexForward(false)
        .keyConditionExpression("pk = :pk AND sk <= :end")
        .expressionAttributeValues(Map.of(":pk", fromS(Keys.audit(day)), ":end", fromS(end)));
  }

  private static String position(AuditEntry entry) {
    return Position.of(entry.decision().at(), entry.id());
  }

  /** After every decision of a day. */
  private static String endOf(LocalDate day) {
    return Position.time(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1))
        + Position.LAST;
  }
}
