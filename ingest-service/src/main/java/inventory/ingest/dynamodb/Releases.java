package inventory.ingest.dynamodb;

import static inventory.model.movement.dynamodb.Attributes.text;

import inventory.model.FileStatus;
import inventory.model.inbox.Registration;
import inventory.model.inbox.dynamodb.FileItems;
import inventory.model.table.Table;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The write that releases a file: it begins anew, and its end is checked and told of anew. */
final class Releases {

  // Work that was begun by other rules must not be gone on with: its rows might count twice.
  private static final String MAY_BE_RELEASED = "#status = :from AND attribute_not_exists(#rules)";

  private static final String RELEASE =
      "SET #status = :received, #releasedAt = :at, #releasedFrom = :from"
          + " REMOVE #reason, #finishedAt, #noticedAt, #validatedIn";

  private Releases() {}

  static UpdateItemRequest request(String table, String fileId, FileStatus from, Instant at) {
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(FileItems.key(fileId))
        .updateExpression(RELEASE)
        .conditionExpression(MAY_BE_RELEASED)
        .expressionAttributeNames(
            Map.of(
                "#status", Table.File.STATUS,
                "#rules", Table.File.RULES,
                "#releasedAt", Table.File.RELEASED_AT,
                "#releasedFrom", Table.File.RELEASED_FROM,
                "#reason", Table.File.REASON,
                "#finishedAt", Table.File.FINISHED_AT,
                "#noticedAt", Table.File.NOTICED_AT,
                "#validatedIn", Table.File.VALIDATED_IN))
        .expressionAttributeValues(
            Map.of(
                ":from", text(from.name()),
                ":received", text(FileStatus.RECEIVED.name()),
                ":at", text(at.toString())))
        .returnValues(ReturnValue.ALL_NEW)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  static Registration registration(Map<String, AttributeValue> item) {
    return new Registration(FileItems.toUpload(item), FileItems.status(item));
  }
}
