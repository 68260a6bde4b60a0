package inventory.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChaosProxyIT {

  private static final String RECEIVED =
      """
      {"Messages":[{"MessageId":"1","ReceiptHandle":"handle","Body":"text",
      "Attributes":{"ApproximateReceiveCount":"%d"}}]}
      """;
  private static final String QUEUE = "{\"QueueUrl\":\"http://sqs/1/%s\"}";

  @TempDir private Path folder;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private StubAws aws;
  private Chaos chaos;
  private String url;

  @BeforeEach
  void start() throws IOException {
    aws = new StubAws();
    chaos = new Chaos(folder.resolve("chaos.log"));
    url = chaos.inFrontOf(aws.url());
  }

  @AfterEach
  void stop() {
    chaos.close();
    aws.close();
  }

  @Test
  void aRequestArrivesAsItWasSigned() throws Exception {
    URI object = URI.create(url + "/bucket//folder%2Ffile%20one.csv?versionId=1&x");
    http.send(
        HttpRequest.newBuilder(object).PUT(BodyPublishers.ofString("rows")).build(),
        BodyHandlers.discarding());

    assertThat(aws.requests())
        .containsExactly(
            "PUT /bucket//folder%2Ffile%20one.csv?versionId=1&x "
                + url.replace("http://", "")
                + " rows");
  }

  @Test
  void anAnswerWithoutABodySaysHowLongItWouldBe() throws Exception {
    HttpRequest head =
        HttpRequest.newBuilder(URI.create(url + "/bucket/key"))
            .method("HEAD", BodyPublishers.noBody())
            .build();

    assertThat(http.send(head, BodyHandlers.discarding()).headers().firstValue("Content-Length"))
        .hasValue("1234");
  }

  @Test
  void theSameSeedHasTheSameFaultsInTheOrderOfCalls() throws Exception {
    List<Integer> first = statuses(7);

    assertThat(first).contains(200, 400, 500);
    assertThat(statuses(7)).isEqualTo(first);
    assertThat(statuses(8)).isNotEqualTo(first);
  }

  private List<Integer> statuses(long seed) throws Exception {
    chaos.begin(seed, rates(Fault.THROTTLED, 0.2, Fault.FAILED, 0.2));
    List<Integer> statuses = new ArrayList<>();
    for (int call = 0; call < 50; call++) {
      statuses.add(call("DynamoDB.GetItem", "{}", "attempt=1; max=4").statusCode());
    }
    return statuses;
  }

  @Test
  void onlyTheFirstTwoAttemptsFailAndNeverTheLast() throws Exception {
    chaos.begin(1, rates(Fault.THROTTLED, 1, Fault.FAILED, 0));

    assertThat(call("DynamoDB.GetItem", "{}", "attempt=1; max=8").statusCode()).isEqualTo(400);
    assertThat(call("DynamoDB.GetItem", "{}", "attempt=2; max=8").statusCode()).isEqualTo(400);
    assertThat(call("DynamoDB.GetItem", "{}", "attempt=3; max=8").statusCode()).isEqualTo(200);
    assertThat(call("DynamoDB.GetItem", "{}", "attempt=2; max=2").statusCode()).isEqualTo(200);
    assertThat(chaos.summary()).isEqualTo("2 throttled calls");
  }

  @Test
  void aCallWhoseAnswerIsLostHasItsEffect() {
    chaos.begin(1, rates(Fault.LOST, 1, Fault.FAILED, 0));

    assertThatThrownBy(() -> call("DynamoDB.PutItem", "{\"n\":1}", "attempt=1; max=4"))
        .isInstanceOf(IOException.class);
    assertThat(aws.requests()).singleElement().asString().endsWith("{\"n\":1}");
  }

  @Test
  void aMessageIsDuplicatedByAnotherOne() throws Exception {
    chaos.begin(1, rates(Fault.DUPLICATED, 1, Fault.FAILED, 0));
    aws.answerWith(RECEIVED.formatted(3));

    assertThat(receive("queue")).contains("\"text\"");
    assertThat(aws.requests()).hasSize(2);
    assertThat(aws.requests().get(1)).startsWith("SendMessage").contains("\"text\"");
  }

  @Test
  void aMessageIsDelayedOnceAndNotLost() throws Exception {
    chaos.begin(1, rates(Fault.DELAYED, 1, Fault.FAILED, 0));
    aws.answerWith(RECEIVED.formatted(1));

    assertThat(receive("queue")).isEqualTo("{}");
    assertThat(aws.requests()).hasSize(3);
    assertThat(aws.requests().get(1)).startsWith("SendMessage").contains("\"text\"");
    assertThat(aws.requests().get(2)).startsWith("DeleteMessage").contains("\"handle\"");

    aws.answerWith(RECEIVED.formatted(2));
    assertThat(receive("queue")).contains("\"text\"");
  }

  @Test
  void aMessageOfAFifoQueueIsLeftAlone() throws Exception {
    chaos.begin(1, rates(Fault.DELAYED, 1, Fault.DUPLICATED, 1));
    aws.answerWith(RECEIVED.formatted(1));

    assertThat(receive("queue.fifo")).contains("\"text\"");
    assertThat(aws.requests()).hasSize(1);
  }

  private String receive(String queue) throws Exception {
    String body = QUEUE.formatted(queue);
    return call("AmazonSQS.ReceiveMessage", body, "attempt=1; max=4").body();
  }

  private HttpResponse<String> call(String target, String body, String attempt) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(url))
            .header("X-Amz-Target", target)
            .header("amz-sdk-request", attempt)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static Map<Fault, Double> rates(Fault one, double rate, Fault other, double otherRate) {
    Map<Fault, Double> rates = new EnumMap<>(Fault.usualRates());
    rates.replaceAll((fault, usual) -> 0.0);
    rates.put(one, rate);
    rates.put(other, otherRate);
    return rates;
  }
}
