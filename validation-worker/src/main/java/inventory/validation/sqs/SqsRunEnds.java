package inventory.validation.sqs;

import inventory.model.message.FinishedRun;
import inventory.model.queue.QueueSender;
import inventory.validation.domain.Run;
import inventory.validation.domain.RunEnds;
import io.micronaut.serde.ObjectMapper;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Names runs that ended on their queue, where alert-service takes them. */
public final class SqsRunEnds implements RunEnds {

  private final QueueSender queue;

  /**
   * Sends to a queue.
   *
   * @param queue its name
   */
  public SqsRunEnds(SqsClient sqs, String queue, ObjectMapper json) {
    this.queue = new QueueSender(sqs, queue, json);
  }

  @Override
  public void tell(Run run) {
    queue.send(new FinishedRun(run.id(), run.reached().endings()));
  }
}
