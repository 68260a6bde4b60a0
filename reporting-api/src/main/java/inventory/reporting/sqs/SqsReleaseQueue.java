package inventory.reporting.sqs;

import inventory.model.AlertRecord.Decision;
import inventory.model.FileStatus;
import inventory.model.message.ReleaseRequest;
import inventory.model.queue.QueueSender;
import inventory.reporting.domain.files.ReleaseQueue;
import io.micronaut.json.JsonMapper;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Sends requests to the queue of ingest-service, which also has the notifications of files. */
public final class SqsReleaseQueue implements ReleaseQueue {

  private final QueueSender queue;

  /** Sends to the queue with this name. */
  public SqsReleaseQueue(SqsClient sqs, String queue, JsonMapper json) {
    this.queue = new QueueSender(sqs, queue, json);
  }

  @Override
  public void send(String fileId, FileStatus from, Decision decision) {
    queue.send(
        new ReleaseRequest(
            new ReleaseRequest.Release(fileId, from.name(), decision.at(), decision.by())));
  }
}
