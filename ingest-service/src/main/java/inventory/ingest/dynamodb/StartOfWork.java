package inventory.ingest.dynamodb;

import static inventory.model.movement.dynamodb.Attributes.number;
import static inventory.model.movement.dynamodb.Attributes.text;

import inventory.ingest.domain.FileRegister.Claim;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.inbox.Upload;
import inventory.model.inbox.dynamodb.FileItems;
import inventory.model.table.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The write that sets a file to {@code PROCESSING}, and what it means when it is refused. */
final class StartOfWork {

  /** Neither finished by another delivery, nor begun by other rules. */
  private static final String MAY_START =
      "#status IN (:received, :processing) AND (attribute_not_exists(#rules) OR #rules = :rules)";

  private StartOfWork() {}

  static Update update(
      String table, Upload upload, FileKind kind, Optional<String> content, int rules) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":received", text(FileStatus.RECEIVED.name()));
    values.put(":processing", text(FileStatus.PROCESSING.name()));
    values.put(":kind", text(kind.name()));
    values.put(":rules", number(rules));
    content.ifPresent(sha256 -> values.put(":content", text(sha256)));
    return Update.builder()
        .tableName(table)
        .key(FileItems.key(upload.fileId()))
        .updateExpression(
            "SET #status = :processing, kind = :kind, #rules = :rules"
                + (content.isPresent() ? ", content = :content" : ""))
        .conditionExpression(MAY_START)
        .expressionAttributeNames(Map.of("#status", Table.File.STATUS, "#rules", Table.File.RULES))
        .expressionAttributeValues(values)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  static Claim refused(Map<String, AttributeValue> file) {
    FileStatus status = FileItems.status(file);
    if (status.finished()) {
      return new Claim(status, "another delivery of this upload has finished it");
    }
    String reason =
        "its work was begun by version %s of the reading rules; it is not applied further, as its rows might count twice"
            .formatted(file.get(Table.File.RULES).n());
    return new Claim(FileStatus.HELD, reason);
  }
}
