package inventory.pipe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Accepts all messages, unless the test says otherwise. */
final class FakeQueue implements EventQueue {

  private final List<List<String>> batches = new CopyOnWriteArrayList<>();
  private final List<String> arrived = new CopyOnWriteArrayList<>();
  private final List<String> notices = new CopyOnWriteArrayList<>();
  private volatile Function<Message, Optional<String>> failure = message -> Optional.empty();
  private volatile Runnable beforeNotice = () -> {};

  /** Why a message fails. The function may throw for the whole batch. */
  void failWith(Function<Message, Optional<String>> newFailure) {
    failure = newFailure;
  }

  /** Runs before each notice, and may throw. */
  void beforeNotice(Runnable action) {
    beforeNotice = action;
  }

  @Override
  public Map<Message, String> send(List<Message> batch) {
    batches.add(batch.stream().map(Message::sequenceNumber).toList());
    Map<Message, String> failed = new HashMap<>();
    batch.forEach(message -> failure.apply(message).ifPresent(why -> failed.put(message, why)));
    batch.stream()
        .filter(message -> !failed.containsKey(message))
        .forEach(message -> arrived.add(message.sequenceNumber()));
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
