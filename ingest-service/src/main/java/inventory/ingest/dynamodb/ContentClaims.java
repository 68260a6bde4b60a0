package inventory.ingest.dynamodb;

import static inventory.model.table.Values.text;

import inventory.ingest.domain.FileRegister.Claim;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.inbox.Upload;
import inventory.model.table.FileItem;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Grants a transaction file's content and key to the first upload that claims them (requirement
 * I5). Claims are permanent, because the same file may be uploaded again next year.
 */
final class ContentClaims {

  // The attributes of a claim.
  private static final String FILE_ID = "fileId";
  private static final String KEY = "key";
  private static final String CONTENT = "content";

  private static final String FAILED = "ConditionalCheckFailed";

  private final DynamoDbClient client;
  private final String table;

  ContentClaims(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  Claim claim(Upload upload, String sha256, int rules) {
    Map<String, AttributeValue> claim = claimOf(upload, sha256);
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(started(upload, sha256, rules));
    if (!upload.releasedFrom().equals(Optional.of(FileStatus.DUPLICATE))) {
      writes.add(put(Keys.content(sha256), claim, FILE_ID));
    }
    // The key of a held file stays with its first owner: only its content is claimed.
    if (upload.releasedFrom().isEmpty()) {
      writes.add(put(Keys.objectKey(upload.key()), claim, CONTENT));
    }
    int collisions = 0;
    while (true) {
      try {
        client.transactWriteItems(request -> request.transactItems(writes));
        return Claim.GRANTED;
      } catch (TransactionCanceledException e) {
        Optional<Claim> refused = refusal(upload, e.cancellationReasons());
        if (refused.isPresent()) {
          return refused.get();
        }
        MovementBatch.COLLISIONS.await(++collisions, "claiming a content that others claim", e);
      }
    }
  }

  private static Optional<Claim> refusal(Upload upload, List<CancellationReason> reasons) {
    if (isRefused(reasons, 0)) {
      return Optional.of(refused(reasons.get(0).item()));
    }
    if (isRefused(reasons, 1)) {
      String reason = "the same content was uploaded before, as " + describe(reasons.get(1).item());
      return Optional.of(new Claim(FileStatus.DUPLICATE, reason));
    }
    if (isRefused(reasons, 2)) {
      String reason =
          "other content was applied under the key %s before, from %s; it is not applied until an operator releases it"
              .formatted(upload.key(), describe(reasons.get(2).item()));
      return Optional.of(new Claim(FileStatus.HELD, reason));
    }
    return Optional.empty();
  }

  private static boolean isRefused(List<CancellationReason> reasons, int write) {
    return write < reasons.size() && FAILED.equals(reasons.get(write).code());
  }

  private static String describe(Map<String, AttributeValue> claim) {
    return "%s, file %s".formatted(claim.get(KEY).s(), claim.get(FILE_ID).s());
  }

  private static Map<String, AttributeValue> claimOf(Upload upload, String sha256) {
    return Map.of(
        Table.SK,
        text(Keys.ONLY),
        FILE_ID,
        text(upload.fileId()),
        KEY,
        text(upload.key()),
        CONTENT,
        text(sha256));
  }

  /** Puts a claim, unless one exists that differs in an attribute. */
  private TransactWriteItem put(String pk, Map<String, AttributeValue> claim, String attribute) {
    Map<String, AttributeValue> item = new HashMap<>(claim);
    item.put(Table.PK, text(pk));
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(pk) OR " + attribute + " = :ours")
                    .expressionAttributeValues(Map.of(":ours", item.get(attribute)))
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
        .build();
  }

  private TransactWriteItem started(Upload upload, String sha256, int rules) {
    return TransactWriteItem.builder()
        .update(
            FileItem.start(FileKind.TRANSACTIONS, Optional.of(sha256), rules)
                .of(table, FileItem.key(upload.fileId())))
        .build();
  }

  /** The reason why processing must not start, from the file's record. */
  static Claim refused(Map<String, AttributeValue> item) {
    FileItem file = FileItem.of(item);
    if (file.status().finished()) {
      return new Claim(file.status(), "another delivery of this upload has finished it");
    }
    String reason =
        "its processing was started by version %d of the reading rules; it is not continued, because its rows might count twice"
            .formatted(file.rules().orElseThrow());
    return new Claim(FileStatus.HELD, reason);
  }
}
