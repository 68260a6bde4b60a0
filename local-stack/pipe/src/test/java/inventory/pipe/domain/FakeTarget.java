package inventory.pipe.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Keeps what it is sent, unless the test says otherwise. */
final class FakeTarget implements EventTarget {

  private final List<List<String>> batches = new CopyOnWriteArrayList<>();
  private final List<String> arrived = new CopyOnWriteArrayList<>();
  private volatile Function<Message, Outcome> answer = message -> Outcome.SENT;

  /** What becomes of a message; may throw for the whole batch. */
  void answer(Function<Message, Outcome> newAnswer) {
    answer = newAnswer;
  }

  @Override
  public List<Outcome> send(List<Message> batch) {
    List<Outcome> outcomes = new ArrayList<>();
    batches.add(batch.stream().map(message -> message.record().sequenceNumber()).toList());
    batch.forEach(message -> outcomes.add(answer.apply(message)));
    for (int i = 0; i < batch.size(); i++) {
      if (outcomes.get(i).equals(Outcome.SENT)) {
        arrived.add(batch.get(i).record().sequenceNumber());
      }
    }
    return outcomes;
  }

  /** The sequence numbers of each batch. */
  List<List<String>> batches() {
    return batches;
  }

  /** The sequence numbers of what arrived, in the order of arrival. */
  List<String> arrived() {
    return arrived;
  }
}
