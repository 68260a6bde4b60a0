package inventory.ingest;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * The network between the service and AWS, with faults: answers of a store under load, answers that
 * are lost after the store has done its work, and connections cut in the middle of an object.
 */
final class FaultyHttpClient implements SdkHttpClient {

  private static final String TARGET = "X-Amz-Target";

  private final SdkHttpClient network;
  private final Random random;
  private final int percent;
  private final AtomicInteger faults = new AtomicInteger();

  FaultyHttpClient(SdkHttpClient network, long seed, int percent) {
    this.network = network;
    this.random = new Random(seed);
    this.percent = percent;
  }

  /** How many faults there were so far. */
  int faults() {
    return faults.get();
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    if (!isOfAStore(request) || !strikes()) {
      return network.prepareRequest(request);
    }
    faults.incrementAndGet();
    return new Faulty(request, network.prepareRequest(request));
  }

  /** The queues are left alone: a message that is received and lost only waits to be seen again. */
  private static boolean isOfAStore(HttpExecuteRequest request) {
    Optional<String> target = request.httpRequest().firstMatchingHeader(TARGET);
    return target.isEmpty() || target.get().startsWith("DynamoDB");
  }

  private synchronized boolean strikes() {
    return random.nextInt(100) < percent;
  }

  private synchronized int dice(int sides) {
    return random.nextInt(sides);
  }

  @Override
  public void close() {
    network.close();
  }

  private final class Faulty implements ExecutableHttpRequest {

    private final HttpExecuteRequest request;
    private final ExecutableHttpRequest real;

    Faulty(HttpExecuteRequest request, ExecutableHttpRequest real) {
      this.request = request;
      this.real = real;
    }

    @Override
    public HttpExecuteResponse call() throws IOException {
      Optional<String> target = request.httpRequest().firstMatchingHeader(TARGET);
      return target.isPresent() ? dynamoDb(target.get()) : s3();
    }

    private HttpExecuteResponse dynamoDb(String target) throws IOException {
      return switch (dice(4)) {
        case 0 -> answer(400, error("ProvisionedThroughputExceededException", ""));
        case 1 -> answer(500, error("InternalServerError", ""));
        case 2 -> lost();
        default ->
            target.endsWith("TransactWriteItems")
                ? answer(400, conflict())
                : answer(503, error("ServiceUnavailable", ""));
      };
    }

    private HttpExecuteResponse s3() throws IOException {
      boolean reads = request.httpRequest().method() == SdkHttpMethod.GET;
      return switch (dice(3)) {
        case 0 -> answer(503, "<Error><Code>SlowDown</Code></Error>");
        case 1 -> reads ? cut() : lost();
        default -> answer(500, "<Error><Code>InternalError</Code></Error>");
      };
    }

    /** The work is done, and nobody hears of it. */
    private HttpExecuteResponse lost() throws IOException {
      real.call().responseBody().ifPresent(AbortableInputStream::abort);
      throw new IOException("connection reset (injected)");
    }

    private HttpExecuteResponse cut() throws IOException {
      HttpExecuteResponse whole = real.call();
      InputStream half =
          new FilterInputStream(whole.responseBody().orElseThrow()) {
            private int left = 50;

            @Override
            public int read() throws IOException {
              byte[] one = new byte[1];
              return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
              if (left <= 0) {
                throw new IOException("connection cut in mid-object (injected)");
              }
              int count = super.read(target, offset, Math.min(length, left));
              left -= count;
              return count;
            }
          };
      return HttpExecuteResponse.builder()
          .response(whole.httpResponse())
          .responseBody(AbortableInputStream.create(half))
          .build();
    }

    private String conflict() throws IOException {
      String body =
          new String(
              request.contentStreamProvider().orElseThrow().newStream().readAllBytes(),
              StandardCharsets.UTF_8);
      int actions = body.split("\"TableName\"", -1).length - 1;
      String reasons =
          "{\"Code\":\"None\"}" + ",{\"Code\":\"TransactionConflict\"}".repeat(actions - 1);
      return error("TransactionCanceledException", ",\"CancellationReasons\":[" + reasons + "]");
    }

    private String error(String type, String more) {
      return "{\"__type\":\"com.amazonaws.dynamodb.v20120810#%s\",\"message\":\"injected\"%s}"
          .formatted(type, more);
    }

    private HttpExecuteResponse answer(int status, String body) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      return HttpExecuteResponse.builder()
          .response(
              SdkHttpFullResponse.builder()
                  .statusCode(status)
                  .putHeader("Content-Length", Integer.toString(bytes.length))
                  .putHeader("Content-Type", "application/x-amz-json-1.0")
                  .build())
          .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
          .build();
    }

    @Override
    public void abort() {
      real.abort();
    }
  }
}
