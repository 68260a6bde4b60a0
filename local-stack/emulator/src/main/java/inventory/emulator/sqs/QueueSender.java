package inventory.emulator.sqs;

import inventory.emulator.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Sends messages to queues through the API of SQS. */
public final class QueueSender {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final URI sqs;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();

  /** Sends to the queues at this endpoint. */
  public QueueSender(URI sqs) {
    this.sqs = sqs;
  }

  /**
   * Sends a message and waits until SQS has stored it.
   *
   * @param queue the queue's name
   * @throws IllegalStateException if SQS refuses it, for example because the queue does not exist
   */
  public void send(String queue, String body) {
    String url = sqs + "/" + Environment.ACCOUNT + "/" + queue;
    HttpRequest request =
        HttpRequest.newBuilder(sqs.resolve("/"))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", "AmazonSQS.SendMessage")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    JSON.writeValueAsString(Map.of("QueueUrl", url, "MessageBody", body))))
            .build();
    HttpResponse<String> response = exchange(request);
    if (response.statusCode() != 200) {
      throw new IllegalStateException(
          "queue "
              + queue
              + " refused a message: "
              + response.statusCode()
              + " "
              + response.body());
    }
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException("SQS at " + sqs + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sending to SQS", e);
    }
  }
}
