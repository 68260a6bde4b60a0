package inventory.reporting.sqs;

import inventory.model.FileStatus;
import inventory.model.message.ReleaseRequest;
import inventory.reporting.domain.ReleaseQueue;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Sends requests to ingest-service's own queue, where they wait with the files. */
public final class SqsReleaseQueue implements ReleaseQueue {

  private final SqsClient sqs;
  private final String queue;
  private final JsonMapper json;

  /** Sends to the queue of this name. */
  public SqsReleaseQueue(SqsClient sqs, String queue, JsonMapper json) {
    this.sqs = sqs;
    this.queue = queue;
    this.json = json;
  }

  @Override
  public void send(String fileId, FileStatus from, Instant at) {
    ReleaseRequest request =
        new ReleaseRequest(new ReleaseRequest.Release(fileId, from.name(), at));
    try {
      String body = json.writeValueAsString(request);
      String url = sqs.getQueueUrl(get -> get.queueName(queue)).queueUrl();
      sqs.sendMessage(message -> message.queueUrl(url).messageBody(body));
    } catch (IOException e) {
      throw new UncheckedIOException("a request cannot be written as JSON", e);
    }
  }
}
