package inventory.validation.sqs;

import inventory.model.message.FinishedRun;
import inventory.validation.domain.Run;
import inventory.validation.domain.RunEnds;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Names runs that ended on their queue, where alert-service takes them. */
public final class SqsRunEnds implements RunEnds {

  private final SqsClient sqs;
  private final String queue;
  private final ObjectMapper json;

  /**
   * Sends to a queue.
   *
   * @param queue its name
   */
  public SqsRunEnds(SqsClient sqs, String queue, ObjectMapper json) {
    this.sqs = sqs;
    this.queue = queue;
    this.json = json;
  }

  @Override
  public void tell(Run run) {
    try {
      String body = json.writeValueAsString(new FinishedRun(run.id(), run.reached().endings()));
      String url = sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
      sqs.sendMessage(request -> request.queueUrl(url).messageBody(body));
    } catch (IOException e) {
      throw new UncheckedIOException("the end of a run cannot be written as JSON", e);
    }
  }
}
