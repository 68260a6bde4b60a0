package inventory.launcher.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inventory.model.Backoff;
import inventory.stack.LaunchException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;

/** The real client on a network that throttles like a busy stream. */
class KinesisEventsTest {

  private static final Backoff QUICK = new Backoff(18, Duration.ZERO, Duration.ZERO);
  private static final String CBOR = SdkSystemSetting.CBOR_ENABLED.property();
  private static final JsonMapper JSON = new JsonMapper();

  @BeforeAll
  static void speakJson() {
    System.setProperty(CBOR, "false");
  }

  @AfterAll
  static void speakAnything() {
    System.clearProperty(CBOR);
  }

  /** The other end, which refuses every nth record. */
  private static final class BusyStream implements SdkHttpClient {

    final Map<String, List<String>> records = new HashMap<>();
    int refused;
    private final int refuseEvery;
    private int calls;

    BusyStream(int refuseEvery) {
      this.refuseEvery = refuseEvery;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() throws IOException {
          return answer(JSON.readTree(request.contentStreamProvider().orElseThrow().newStream()));
        }

        @Override
        public void abort() {
          // There is nothing under way.
        }
      };
    }

    private synchronized HttpExecuteResponse answer(JsonNode request) {
      if (!request.get("StreamName").asText().equals("events")) {
        return response(400, error("ResourceNotFoundException"));
      }
      if (++calls % refuseEvery == 0) {
        refused++;
        return response(400, error("ProvisionedThroughputExceededException"));
      }
      byte[] data = Base64.getDecoder().decode(request.get("Data").asText());
      records
          .computeIfAbsent(request.get("PartitionKey").asText(), any -> new ArrayList<>())
          .add(new String(data, StandardCharsets.UTF_8));
      return response(200, JSON.createObjectNode().put("SequenceNumber", "1"));
    }

    private static ObjectNode error(String type) {
      return JSON.createObjectNode().put("__type", type).put("message", "injected");
    }

    private static HttpExecuteResponse response(int status, JsonNode body) {
      byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
      return HttpExecuteResponse.builder()
          .response(
              SdkHttpFullResponse.builder()
                  .statusCode(status)
                  .putHeader("Content-Length", Integer.toString(bytes.length))
                  .putHeader("Content-Type", "application/x-amz-json-1.1")
                  .build())
          .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
          .build();
    }

    @Override
    public void close() {
      // There is nothing to close.
    }
  }

  @Test
  void eventsStayCompleteAndInOrderIfTheStreamThrottles() throws Exception {
    BusyStream network = new BusyStream(3);
    Map<String, List<String>> sent = new HashMap<>();
    try (KinesisClient kinesis = client(network);
        EventTarget target = new KinesisEvents(kinesis, "events", QUICK)) {
      for (int i = 0; i < 1_000; i++) {
        String key = "P" + i * i % 41;
        target.publish(key, "Nº " + i);
        sent.computeIfAbsent(key, any -> new ArrayList<>()).add("Nº " + i);
      }
      target.flush();
    }

    assertThat(network.records).isEqualTo(sent);
    assertThat(network.refused).isGreaterThan(300);
  }

  @Test
  void aMissingStreamIsNotRetried() throws Exception {
    try (KinesisClient kinesis = client(new BusyStream(3));
        EventTarget target = new KinesisEvents(kinesis, "other", QUICK)) {
      target.publish("P1", "{}");
      assertThatThrownBy(target::flush).isInstanceOf(ResourceNotFoundException.class);
    }
  }

  @Test
  void aStreamThatRejectsEveryAttemptIsGivenUpWithAMessageForPeople() throws Exception {
    BusyStream network = new BusyStream(1);
    try (KinesisClient kinesis = client(network);
        EventTarget target = new KinesisEvents(kinesis, "events", QUICK)) {
      target.publish("P1", "{}");
      assertThatThrownBy(target::flush)
          .isInstanceOf(LaunchException.class)
          .hasMessage("the stream rejected an event 18 times");
    }
    assertThat(network.refused).isEqualTo(18);
  }

  private static KinesisClient client(SdkHttpClient network) {
    return KinesisClient.builder()
        .httpClient(network)
        .endpointOverride(URI.create("http://127.0.0.1:1"))
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        // What is throttled is the publisher's to send again, without the client's waits.
        .overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(1)))
        .build();
  }
}
