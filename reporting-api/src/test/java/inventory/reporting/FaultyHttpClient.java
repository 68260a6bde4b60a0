package inventory.reporting;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;

/** The network between the service and AWS, with answers that a store under load would give. */
final class FaultyHttpClient implements SdkHttpClient {

  private static final String TARGET = "X-Amz-Target";
  private static final String THROTTLED = error("ProvisionedThroughputExceededException", "");
  private static final String REFUSED = error("ValidationException", "");
  private static final String CONFLICT = error("TransactionConflictException", "");
  private static final String CANCELLED =
      error(
          "TransactionCanceledException",
          ",\"CancellationReasons\":[{\"Code\":\"TransactionConflict\"},{\"Code\":\"None\"}]");

  private final SdkHttpClient network;
  private final Faults faults;
  private final Map<String, Integer> calls = new HashMap<>();

  FaultyHttpClient(SdkHttpClient network, Faults faults) {
    this.network = network;
    this.faults = faults;
  }

  /** Which answer a call gets in place of its own; none for the store's. */
  interface Faults {

    /**
     * What goes wrong.
     *
     * @param operation as DynamoDB calls it; empty for a call to S3
     * @param call how many calls of this operation there were before
     */
    Optional<Fault> fault(String operation, int call);

    static Faults of(String name) {
      return switch (name) {
        case "throttled" -> (operation, call) -> Optional.of(new Fault(400, THROTTLED));
        case "refused" -> (operation, call) -> Optional.of(new Fault(400, REFUSED));
        case "bucket throttled" ->
            (operation, call) ->
                Optional.of(new Fault(503, "<Error><Code>SlowDown</Code></Error>"))
                    .filter(fault -> operation.isEmpty());
        case "three collisions" -> (operation, call) -> collision(operation).filter(f -> call < 3);
        case "collisions" -> (operation, call) -> collision(operation);
        default -> throw new IllegalArgumentException(name);
      };
    }

    private static Optional<Fault> collision(String operation) {
      return switch (operation) {
        case "UpdateItem" -> Optional.of(new Fault(400, CONFLICT));
        case "TransactWriteItems" -> Optional.of(new Fault(400, CANCELLED));
        default -> Optional.empty();
      };
    }
  }

  /** An answer. */
  record Fault(int status, String body) {}

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    String target = request.httpRequest().firstMatchingHeader(TARGET).orElse("");
    String operation = target.substring(target.lastIndexOf('.') + 1);
    return faults
        .fault(operation, count(operation))
        .<ExecutableHttpRequest>map(Answered::new)
        .orElseGet(() -> network.prepareRequest(request));
  }

  private synchronized int count(String operation) {
    return calls.merge(operation, 1, Integer::sum) - 1;
  }

  private static String error(String type, String more) {
    return "{\"__type\":\"com.amazonaws.dynamodb.v20120810#%s\",\"message\":\"injected\"%s}"
        .formatted(type, more);
  }

  @Override
  public void close() {
    network.close();
  }

  private record Answered(Fault fault) implements ExecutableHttpRequest {

    @Override
    public HttpExecuteResponse call() {
      byte[] body = fault.body().getBytes(StandardCharsets.UTF_8);
      return HttpExecuteResponse.builder()
          .response(
              SdkHttpFullResponse.builder()
                  .statusCode(fault.status())
                  .putHeader("Content-Length", Integer.toString(body.length))
                  .putHeader("Content-Type", "application/x-amz-json-1.0")
                  .build())
          .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
          .build();
    }

    @Override
    public void abort() {
      // There is nothing under way.
    }
  }
}
