package inventory.validation.dynamodb;

import static inventory.model.movement.dynamodb.Attributes.number;
import static inventory.model.movement.dynamodb.Attributes.text;

import inventory.model.Position;
import inventory.model.inbox.dynamodb.FileItems;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.validation.domain.FileRecord;
import inventory.validation.run.Run;
import inventory.validation.run.Runs;
import io.micronaut.serde.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The lease and the runs in the table; a run is written only while its worker has the lease. */
public final class DynamoDbRuns implements Runs {

  private static final Map<String, AttributeValue> LEASE = Tables.key(Keys.VALIDATION, Keys.ONLY);
  private static final Map<String, String> NAMES =
      Map.of("#holder", Table.Run.HOLDER, "#until", Table.Run.HELD_UNTIL);
  private static final String IS_OURS = "#holder = :holder";
  private static final String FAILED = "ConditionalCheckFailed";

  private final DynamoDbClient client;
  private final String table;
  private final RunItems items;

  /** Stores them in a table. */
  public DynamoDbRuns(DynamoDbClient client, String table, ObjectMapper json) {
    this.client = client;
    this.table = table;
    this.items = new RunItems(json);
  }

  @Override
  public Optional<String> acquire(String holder, Instant now, Instant until)
      throws LeaseHeldException {
    try {
      Map<String, AttributeValue> lease =
          client
              .updateItem(
                  request ->
                      request
                          .tableName(table)
                          .key(LEASE)
                          .updateExpression("SET #holder = :holder, #until = :until")
                          .conditionExpression(
                              "attribute_not_exists(#holder) OR #until < :now OR " + IS_OURS)
                          .expressionAttributeNames(NAMES)
                          .expressionAttributeValues(
                              Map.of(
                                  ":holder", text(holder),
                                  ":until", text(Position.time(until)),
                                  ":now", text(Position.time(now))))
                          .returnValues(ReturnValue.ALL_NEW)
                          .returnValuesOnConditionCheckFailure(
                              ReturnValuesOnConditionCheckFailure.ALL_OLD))
              .attributes();
      return text(lease, Table.Run.RUN_ID);
    } catch (ConditionalCheckFailedException e) {
      throw new LeaseHeldException(
          e.item().get(Table.Run.HOLDER).s(),
          Position.instant(e.item().get(Table.Run.HELD_UNTIL).s()));
    }
  }

  @Override
  public boolean renew(String holder, Instant until) {
    return updateLease(
        "SET #until = :until",
        NAMES,
        Map.of(":holder", text(holder), ":until", text(Position.time(until))));
  }

  @Override
  public void release(String holder) {
    // If it is no longer ours, there is nothing to release.
    updateLease("REMOVE #holder, #until", NAMES, Map.of(":holder", text(holder)));
  }

  @Override
  public void close(String holder) {
    boolean isOurs =
        updateLease(
            "REMOVE #run",
            Map.of("#holder", Table.Run.HOLDER, "#run", Table.Run.RUN_ID),
            Map.of(":holder", text(holder)));
    if (!isOurs) {
      throw new LeaseLostException(holder);
    }
  }

  private boolean updateLease(
      String expression, Map<String, String> names, Map<String, AttributeValue> values) {
    try {
      client.updateItem(
          request ->
              request
                  .tableName(table)
                  .key(LEASE)
                  .updateExpression(expression)
                  .conditionExpression(IS_OURS)
                  .expressionAttributeNames(names)
                  .expressionAttributeValues(values));
      return true;
    } catch (ConditionalCheckFailedException e) {
      // Not a failure: the caller decides what it means that another process has the lease.
      return false;
    }
  }

  @Override
  public Run load(String runId) {
    Map<String, AttributeValue> item = Tables.get(client, table, Keys.run(runId), Keys.ONLY);
    if (item.isEmpty()) {
      throw new IllegalStateException("there is no record of run " + runId);
    }
    return items.toRun(item);
  }

  @Override
  public int begunOnDayOf(Instant instant) {
    LocalDate day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
    return client
        .query(
            request ->
                request
                    .tableName(table)
                    .indexName(Table.INDEX)
                    .keyConditionExpression("#pk = :runs AND #sk BETWEEN :from AND :to")
                    .expressionAttributeNames(Map.of("#pk", Table.INDEX_PK, "#sk", Table.INDEX_SK))
                    .expressionAttributeValues(
                        Map.of(
                            ":runs", text(Keys.RUNS),
                            ":from", text(startOf(day)),
                            ":to", text(startOf(day.plusDays(1))))))
        .count();
  }

  private static String startOf(LocalDate day) {
    return Position.time(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  @Override
  public void begin(Run run, String holder) {
    Update lease =
        Update.builder()
            .tableName(table)
            .key(LEASE)
            .updateExpression("SET #run = :run")
            .conditionExpression(IS_OURS)
            .expressionAttributeNames(Map.of("#holder", Table.Run.HOLDER, "#run", Table.Run.RUN_ID))
            .expressionAttributeValues(Map.of(":holder", text(holder), ":run", text(run.id())))
            .build();
    TransactWriteItem record = put(run, new Pace(run.startedAt(), 0, Optional.empty()));
    write(List.of(TransactWriteItem.builder().update(lease).build(), record), holder);
  }

  @Override
  public void save(Run run, Pace pace, String holder) {
    write(List.of(stillOurs(holder), put(run, pace)), holder);
  }

  @Override
  public void saveChecked(Run run, Pace pace, FileRecord file, long transactions, String holder) {
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(stillOurs(holder));
    writes.add(put(run, pace));
    writes.add(checkedFile(run, file, transactions));
    writes.add(validated(run, file));
    try {
      write(writes, holder);
    } catch (TransactionCanceledException e) {
      if (!FAILED.equals(e.cancellationReasons().get(writes.size() - 1).code())) {
        throw e;
      }
      // An operator released the file during the check: it is queued again and checked again.
      write(writes.subList(0, writes.size() - 1), holder);
    }
  }

  private TransactWriteItem put(Run run, Pace pace) {
    Map<String, AttributeValue> item = items.toItem(run, pace);
    return TransactWriteItem.builder().put(put -> put.tableName(table).item(item)).build();
  }

  private TransactWriteItem checkedFile(Run run, FileRecord file, long transactions) {
    Map<String, AttributeValue> item =
        Map.of(
            Table.PK, text(Keys.run(run.id())),
            Table.SK, text(Keys.checkedFile(run.reached().files())),
            Table.File.FILE_ID, text(file.upload().fileId()),
            Table.File.KEY, text(file.upload().key()),
            Table.File.STATUS, text(file.status().name()),
            Table.Run.TRANSACTIONS, number(transactions));
    return TransactWriteItem.builder()
        .put(Put.builder().tableName(table).item(item).build())
        .build();
  }

  private TransactWriteItem validated(Run run, FileRecord file) {
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(table)
                    .key(FileItems.key(file.upload().fileId()))
                    .updateExpression("SET #run = :run")
                    .conditionExpression("#status = :status")
                    .expressionAttributeNames(
                        Map.of("#run", Table.File.VALIDATED_IN, "#status", Table.File.STATUS))
                    .expressionAttributeValues(
                        Map.of(":run", text(run.id()), ":status", text(file.status().name()))))
        .build();
  }

  private TransactWriteItem stillOurs(String holder) {
    return TransactWriteItem.builder()
        .conditionCheck(
            check ->
                check
                    .tableName(table)
                    .key(LEASE)
                    .conditionExpression(IS_OURS)
                    .expressionAttributeNames(Map.of("#holder", Table.Run.HOLDER))
                    .expressionAttributeValues(Map.of(":holder", text(holder))))
        .build();
  }

  private void write(List<TransactWriteItem> writes, String holder) {
    try {
      client.transactWriteItems(request -> request.transactItems(writes));
    } catch (TransactionCanceledException e) {
      if (FAILED.equals(e.cancellationReasons().get(0).code())) {
        throw new LeaseLostException(holder);
      }
      throw e;
    }
  }
}
