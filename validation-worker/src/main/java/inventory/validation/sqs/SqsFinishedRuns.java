package inventory.validation.sqs;

import inventory.model.message.FinishedRun;
import inventory.model.queue.QueueSender;
import inventory.validation.run.FinishedRuns;
import inventory.validation.run.Run;
import io.micronaut.serde.ObjectMapper;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Publishes ended runs on the queue that alert-service consumes. */
public final class SqsFinishedRuns implements FinishedRuns {

  private final QueueSender queue;

  /**
   * Sends to a queue.
   *
   * @param queue the queue's name
   */
  public SqsFinishedRuns(SqsClient sqs, String queue, ObjectMapper json) {
    this.queue = new QueueSender(sqs, queue, json);
  }

  @Override
  public void publish(Run run) {
    queue.send(new FinishedRun(run.id(), run.reached().endings()));
  }
}
