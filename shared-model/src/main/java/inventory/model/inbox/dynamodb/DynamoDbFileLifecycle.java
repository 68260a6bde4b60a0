package inventory.model.inbox.dynamodb;

import static inventory.model.table.Values.text;

import inventory.model.AlertRecord.Decision;
import inventory.model.Backoff;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.audit.dynamodb.AuditItem;
import inventory.model.inbox.FileLifecycle;
import inventory.model.inbox.FileState;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.Upload;
import inventory.model.table.FileItem;
import inventory.model.table.ItemUpdate;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.model.table.Values;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The records of files in the table, and the claims on the contents and keys of transaction files.
 * Claims are permanent, because the same file may be uploaded again next year.
 *
 * <p>A file costs 11 write units, whatever its size: 2 to register it, 7 to claim its content and
 * its key (2 for a count file, which claims nothing), 2 to finish it.
 */
public final class DynamoDbFileLifecycle implements FileLifecycle {

  // The attributes of a claim.
  private static final String FILE_ID = "fileId";
  private static final String KEY = "key";
  private static final String CONTENT = "content";

  private static final String FAILED = "ConditionalCheckFailed";
  private static final Backoff COLLISIONS =
      new Backoff(30, Duration.ofMillis(10), Duration.ofSeconds(1));

  private final DynamoDbClient client;
  private final String table;
  private final Clock clock;

  /** Stores the records in a table. */
  public DynamoDbFileLifecycle(DynamoDbClient client, String table, Clock clock) {
    this.client = client;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public FileState register(Upload upload, FileKind kind) {
    FileState received = FileState.received(upload, kind);
    try {
      client.putItem(
          request ->
              request
                  .tableName(table)
                  .item(FileItem.received(received, uploadedBy(upload.key())))
                  .conditionExpression("attribute_not_exists(" + Table.PK + ")")
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return received;
    } catch (ConditionalCheckFailedException e) {
      // Not a failure: the upload is recorded.
      return FileItem.of(e.item()).state();
    }
  }

  /** One read more, only for a key in the form of those that the API permits. */
  private Optional<String> uploadedBy(String key) {
    return AuditItem.keyOfUpload(key)
        .map(
            permit ->
                client
                    .getItem(request -> request.tableName(table).key(permit).consistentRead(true))
                    .item())
        .filter(item -> !item.isEmpty())
        .map(item -> AuditItem.of(item).decision().by())
        .filter(by -> !by.isEmpty());
  }

  @Override
  public FileState find(String fileId) {
    Map<String, AttributeValue> item =
        client
            .getItem(
                request -> request.tableName(table).key(FileItem.key(fileId)).consistentRead(true))
            .item();
    if (item.isEmpty()) {
      throw missing(fileId, null);
    }
    return FileItem.of(item).state();
  }

  @Override
  public FileState start(FileState file, FileKind kind, int rules) {
    return change(
        file.fileId(),
        FileItem.start(file, kind, Optional.empty(), rules),
        () -> file.started(kind, rules));
  }

  @Override
  public FileState finish(FileState file, Outcome outcome) {
    return change(
        file.fileId(),
        FileItem.finish(file, outcome, clock.instant()),
        () -> file.finished(outcome));
  }

  private FileState change(String fileId, ItemUpdate update, Supplier<FileState> changed) {
    try {
      client.updateItem(update.request(table, FileItem.key(fileId)).build());
      return changed.get();
    } catch (ConditionalCheckFailedException e) {
      return recorded(fileId, e);
    }
  }

  /** Not a failure: the record has another status, or another generation, by now. */
  private static FileState recorded(String fileId, ConditionalCheckFailedException failure) {
    if (!failure.hasItem()) {
      throw missing(fileId, failure);
    }
    return FileItem.of(failure.item()).state();
  }

  private static IllegalStateException missing(String fileId, Throwable cause) {
    return new IllegalStateException("there is no record of file " + fileId, cause);
  }

  @Override
  public FileState release(String fileId, FileStatus from, Decision decision) {
    try {
      return FileItem.of(
              client
                  .updateItem(
                      FileItem.release(from, decision)
                          .request(table, FileItem.key(fileId))
                          .returnValues(ReturnValue.ALL_NEW)
                          .build())
                  .attributes())
          .state();
    } catch (ConditionalCheckFailedException e) {
      return recorded(fileId, e);
    }
  }

  @Override
  public void raiseRejected(Upload upload, long rejected) {
    String fileId = upload.fileId();
    try {
      client.updateItem(
          FileItem.raiseRejected(rejected).request(table, FileItem.key(fileId)).build());
    } catch (ConditionalCheckFailedException e) {
      // Another process has recorded as many, or more.
      recorded(fileId, e);
    }
  }

  @Override
  public Claim claim(FileState file, String sha256, int rules, Optional<String> formerOwner) {
    List<TransactWriteItem> writes = claims(file, sha256, rules, formerOwner);
    int collisions = 0;
    while (true) {
      try {
        client.transactWriteItems(request -> request.transactItems(writes));
        return new Claim.Recorded(file.started(FileKind.TRANSACTIONS, rules));
      } catch (TransactionCanceledException e) {
        Optional<Claim> refusal = refusal(e.cancellationReasons());
        if (refusal.isPresent()) {
          return refusal.get();
        }
        COLLISIONS.await(++collisions, "claiming a content that others claim", e);
      }
    }
  }

  private List<TransactWriteItem> claims(
      FileState file, String sha256, int rules, Optional<String> formerOwner) {
    List<TransactWriteItem> writes = new ArrayList<>();
    ItemUpdate start = FileItem.start(file, FileKind.TRANSACTIONS, Optional.of(sha256), rules);
    writes.add(
        TransactWriteItem.builder().update(start.of(table, FileItem.key(file.fileId()))).build());
    writes.add(
        put(
            claim(Keys.content(sha256), file, sha256),
            FILE_ID + " IN (:ours, :former)",
            Map.of(":ours", text(file.fileId()), ":former", text(formerOwner.orElse("-")))));
    // The key of a held file stays with its first owner: a released file claims only its content.
    if (!file.isReleased()) {
      writes.add(
          put(
              claim(Keys.objectKey(file.upload().key()), file, sha256),
              CONTENT + " = :ours",
              Map.of(":ours", text(sha256))));
    }
    return writes;
  }

  private static Map<String, AttributeValue> claim(String pk, FileState file, String sha256) {
    Map<String, AttributeValue> claim = new HashMap<>(Values.key(pk, Keys.ONLY));
    claim.put(FILE_ID, text(file.fileId()));
    claim.put(KEY, text(file.upload().key()));
    claim.put(CONTENT, text(sha256));
    return claim;
  }

  /** Puts a claim if there is none, or one that may be replaced. */
  private TransactWriteItem put(
      Map<String, AttributeValue> claim, String ifReplaced, Map<String, AttributeValue> operands) {
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName(table)
                    .item(claim)
                    .conditionExpression("attribute_not_exists(pk) OR " + ifReplaced)
                    .expressionAttributeValues(operands)
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
        .build();
  }

  private static Optional<Claim> refusal(List<CancellationReason> reasons) {
    if (isRefused(reasons, 0)) {
      return Optional.of(new Claim.Recorded(FileItem.of(reasons.get(0).item()).state()));
    }
    if (isRefused(reasons, 1)) {
      Map<String, AttributeValue> claim = reasons.get(1).item();
      return Optional.of(new Claim.ContentTaken(claim.get(FILE_ID).s(), claim.get(KEY).s()));
    }
    if (isRefused(reasons, 2)) {
      Map<String, AttributeValue> claim = reasons.get(2).item();
      return Optional.of(new Claim.KeyTaken(claim.get(FILE_ID).s(), claim.get(KEY).s()));
    }
    return Optional.empty();
  }

  private static boolean isRefused(List<CancellationReason> reasons, int write) {
    return write < reasons.size() && FAILED.equals(reasons.get(write).code());
  }
}
