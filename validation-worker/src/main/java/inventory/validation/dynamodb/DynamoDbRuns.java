package inventory.validation.dynamodb;

import inventory.model.Position;
import inventory.model.RunState;
import inventory.model.finding.AcceptedFindingItem;
import inventory.model.table.Attributes;
import inventory.model.table.FileItem;
import inventory.model.table.ItemBuilder;
import inventory.model.table.ItemUpdate;
import inventory.model.table.Keys;
import inventory.model.table.LeaseItem;
import inventory.model.table.RunItem;
import inventory.model.table.Table;
import inventory.model.table.Values;
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
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The lease and the runs in the table; a run is written only while its worker has the lease. */
public final class DynamoDbRuns implements Runs {

  private static final Map<String, AttributeValue> LEASE = Values.key(Keys.VALIDATION, Keys.ONLY);
  // Of the lease: the id of the run in progress.
  private static final String RUN_ID = "runId";
  private static final String FAILED = "ConditionalCheckFailed";
  private static final Set<String> BUSY =
      Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");
  private static final int RUNS_AT_ONCE = 10;

  private final DynamoDbClient client;
  private final String table;
  private final RunMapping mapping;

  /** Stores them in a table. */
  public DynamoDbRuns(DynamoDbClient client, String table, ObjectMapper json) {
    this.client = client;
    this.table = table;
    this.mapping = new RunMapping(json);
  }

  @Override
  public Optional<String> acquire(String holder, Instant now, Instant until)
      throws LeaseHeldException {
    UpdateItemRequest request =
        LeaseItem.acquire(holder, now, until)
            .request(table, LEASE)
            .returnValues(ReturnValue.ALL_NEW)
            .build();
    try {
      return new Attributes(client.updateItem(request).attributes()).optionalText(RUN_ID);
    } catch (ConditionalCheckFailedException e) {
      throw new LeaseHeldException(LeaseItem.holderOf(e.item()), LeaseItem.untilOf(e.item()));
    }
  }

  @Override
  public boolean renew(String holder, Instant until) {
    return updateLease(LeaseItem.renew(holder, until));
  }

  @Override
  public void release(String holder) {
    // If it is no longer ours, there is nothing to release.
    updateLease(LeaseItem.release(holder));
  }

  @Override
  public void close(String holder) {
    if (!updateLease(LeaseItem.heldBy(holder).remove(RUN_ID))) {
      throw new LeaseLostException(holder);
    }
  }

  private boolean updateLease(ItemUpdate update) {
    for (int attempt = 1; ; attempt++) {
      try {
        client.updateItem(update.request(table, LEASE).build());
        return true;
      } catch (ConditionalCheckFailedException e) {
        // Not a failure: the caller decides what it means that another process has the lease.
        return false;
      } catch (TransactionConflictException e) {
        // A checkpoint is being saved on condition of the lease.
        DynamoDbLevels.THROTTLED.await(attempt, "renewing the lease", e);
      }
    }
  }

  @Override
  public Run load(String runId) {
    Map<String, AttributeValue> item =
        client
            .getItem(get -> get.tableName(table).key(RunItem.key(runId)).consistentRead(true))
            .item();
    if (item.isEmpty()) {
      throw new IllegalStateException("there is no record of run " + runId);
    }
    return mapping.run(RunItem.of(item));
  }

  @Override
  public Optional<Completed> lastCompleted() {
    return client.queryPaginator(RunItem.newest(table).limit(RUNS_AT_ONCE).build()).items().stream()
        .map(RunItem::of)
        .filter(run -> run.state() == RunState.COMPLETED)
        .findFirst()
        .map(run -> new Completed(run.runId(), run.startedAt()));
  }

  @Override
  public Set<String> acceptedFindings(Instant now) {
    return client.queryPaginator(AcceptedFindingItem.all(table)).items().stream()
        .map(AcceptedFindingItem::of)
        .filter(accepted -> accepted.until().isAfter(now))
        .map(accepted -> accepted.finding().id())
        .collect(Collectors.toSet());
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
                    .keyConditionExpression("gsi1pk = :runs AND gsi1sk BETWEEN :from AND :to")
                    .expressionAttributeValues(
                        Map.of(
                            ":runs", Values.text(Keys.RUNS),
                            ":from", startOf(day),
                            ":to", startOf(day.plusDays(1)))))
        .count();
  }

  private static AttributeValue startOf(LocalDate day) {
    return Values.text(Position.time(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  @Override
  public void begin(Run run, String holder) {
    Update lease = LeaseItem.heldBy(holder).set(RUN_ID, Values.text(run.id())).of(table, LEASE);
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
    writes.add(put(checkedFile(run, file, transactions)));
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
    return put(mapping.item(run, pace).toItem());
  }

  private TransactWriteItem put(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder().put(put -> put.tableName(table).item(item)).build();
  }

  /** A {@link FileItem} with the number of transactions. */
  private static Map<String, AttributeValue> checkedFile(
      Run run, FileRecord file, long transactions) {
    String sk = Keys.checkedFile(run.reached().files());
    return new ItemBuilder(Values.key(Keys.run(run.id()), sk))
        .text("fileId", file.upload().fileId())
        .text("key", file.upload().key())
        .text(FileItem.STATUS, file.status().name())
        .number("transactions", transactions)
        .build();
  }

  private TransactWriteItem validated(Run run, FileRecord file) {
    Update update =
        FileItem.validated(run.id(), file.status()).of(table, FileItem.key(file.upload().fileId()));
    return TransactWriteItem.builder().update(update).build();
  }

  private TransactWriteItem stillOurs(String holder) {
    return TransactWriteItem.builder()
        .conditionCheck(
            check ->
                check
                    .tableName(table)
                    .key(LEASE)
                    .conditionExpression(LeaseItem.IS_OURS)
                    .expressionAttributeNames(ItemUpdate.names(LeaseItem.IS_OURS))
                    .expressionAttributeValues(Map.of(":holder", Values.text(holder))))
        .build();
  }

  /** A transaction that collides with the renewal of the lease is tried again. */
  private void write(List<TransactWriteItem> writes, String holder) {
    for (int attempt = 1; ; attempt++) {
      try {
        client.transactWriteItems(request -> request.transactItems(writes));
        return;
      } catch (TransactionCanceledException e) {
        if (FAILED.equals(e.cancellationReasons().get(0).code())) {
          throw new LeaseLostException(holder);
        }
        boolean isBusy =
            e.cancellationReasons().stream().anyMatch(reason -> BUSY.contains(reason.code()));
        if (!isBusy || DynamoDbLevels.THROTTLED.isExhausted(attempt)) {
          throw e;
        }
        DynamoDbLevels.THROTTLED.await(attempt, "saving the run", e);
      }
    }
  }
}
