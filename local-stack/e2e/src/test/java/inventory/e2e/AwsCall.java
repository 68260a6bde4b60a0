package inventory.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import inventory.chaos.Call;
import inventory.pulumi.DeclaredStack;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A call to AWS, as IAM sees it.
 *
 * @param action as in {@code sqs:SendMessage}
 * @param resource the ARN of its resource in the declared stack
 */
record AwsCall(String action, String resource) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ARN = "arn:aws:%s:" + DeclaredStack.place() + ":%s";

  /** The actions that the parts of a transaction correspond to. */
  private static final Map<String, String> PARTS =
      Map.of(
          "Put", "PutItem",
          "Update", "UpdateItem",
          "Delete", "DeleteItem",
          "ConditionCheck", "ConditionCheckItem",
          "Get", "GetItem");

  /** The calls in a request to S3, DynamoDB or SQS. */
  static List<AwsCall> of(Call call) throws IOException {
    if (call.target().isEmpty()) {
      return List.of(ofBucket(call.method(), URI.create(call.path())));
    }
    JsonNode request = JSON.readTree(call.json());
    return call.target().get().startsWith("AmazonSQS")
        ? List.of(ofQueue(call.operation().replaceFirst("Batch$", ""), request))
        : ofTable(call.operation(), request);
  }

  private static AwsCall ofQueue(String operation, JsonNode request) {
    String url = request.path("QueueUrl").asText();
    String name =
        url.isEmpty()
            ? request.path("QueueName").asText()
            : url.substring(url.lastIndexOf('/') + 1);
    return new AwsCall("sqs:" + operation, ARN.formatted("sqs", name));
  }

  private static List<AwsCall> ofTable(String operation, JsonNode request) {
    List<AwsCall> calls = new ArrayList<>();
    if (operation.startsWith("Transact")) {
      request
          .path("TransactItems")
          .forEach(
              item ->
                  item.properties()
                      .forEach(
                          part -> calls.add(onTable(PARTS.get(part.getKey()), part.getValue()))));
    } else if (operation.startsWith("Batch")) {
      request
          .path("RequestItems")
          .fieldNames()
          .forEachRemaining(table -> calls.add(onTable(operation, table)));
    } else if (request.has("IndexName")) {
      String table = request.path("TableName").asText();
      calls.add(onTable(operation, table + "/index/" + request.path("IndexName").asText()));
    } else {
      calls.add(onTable(operation, request));
    }
    return calls;
  }

  private static AwsCall onTable(String operation, JsonNode request) {
    return onTable(operation, request.path("TableName").asText());
  }

  private static AwsCall onTable(String operation, String table) {
    return new AwsCall("dynamodb:" + operation, ARN.formatted("dynamodb", "table/" + table));
  }

  /** The call in a request to S3; bucket and key are in its path. */
  private static AwsCall ofBucket(String method, URI uri) {
    String[] path = uri.getPath().substring(1).split("/", 2);
    String bucket = "arn:aws:s3:::" + path[0];
    if (path.length == 1 || path[1].isEmpty()) {
      return new AwsCall("s3:ListBucket", bucket);
    }
    boolean hasVersion = uri.getQuery() != null && uri.getQuery().contains("versionId=");
    String action =
        switch (method) {
          case "GET", "HEAD" -> hasVersion ? "GetObjectVersion" : "GetObject";
          case "PUT" -> "PutObject";
          default -> method;
        };
    return new AwsCall("s3:" + action, bucket + "/" + path[1]);
  }

  /** Whether one of these rights allows it. */
  boolean isAllowed(List<DeclaredStack.Right> rights) {
    return rights.stream().anyMatch(right -> right.allows(action, resource));
  }
}
