package inventory.pipe;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Accepts all messages, unless the test says otherwise. */
final class FakeQueue implements Delivery.Queues {

  private final List<List<String>> batches = new CopyOnWriteArrayList<>();
  private final List<String> arrived = new CopyOnWriteArrayList<>();
  private final List<String> notices = new CopyOnWriteArrayList<>();
  private volatile Predicate<SendMessageBatchRequestEntry> failure = message -> false;
  private volatile Runnable beforeNotice = () -> {};

  /** Which messages fail. The function may throw for the whole batch. */
  void failWith(Predicate<SendMessageBatchRequestEntry> newFailure) {
    failure = newFailure;
  }

  /** Runs before each notice, and may throw. */
  void beforeNotice(Runnable action) {
    beforeNotice = action;
  }

  @Override
  public List<BatchResultErrorEntry> send(List<SendMessageBatchRequestEntry> batch) {
    batches.add(batch.stream().map(SendMessageBatchRequestEntry::id).toList());
    List<BatchResultErrorEntry> failed = new ArrayList<>();
    for (SendMessageBatchRequestEntry message : batch) {
      if (failure.test(message)) {
        failed.add(BatchResultErrorEntry.builder().id(message.id()).code("Busy").build());
      } else {
        arrived.add(message.id());
      }
    }
    return failed;
  }

  @Override
  public void sendNotice(String notice) {
    beforeNotice.run();
    notices.add(notice);
  }

  /** The sequence numbers of each batch. */
  List<List<String>> batches() {
    return batches;
  }

  /** The sequence numbers of the accepted messages, in the order of their arrival. */
  List<String> arrived() {
    return arrived;
  }

  List<String> notices() {
    return notices;
  }
}
