package inventory.pipe.domain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Messages that wait to be sent: of each group the first goes, and then the next. */
final class Waiting {

  private final Map<String, Deque<Message>> groups = new LinkedHashMap<>();

  /** Messages are added in their order. */
  void add(Message message) {
    groups.computeIfAbsent(message.groupId(), group -> new ArrayDeque<>()).add(message);
  }

  boolean isEmpty() {
    return groups.isEmpty();
  }

  /**
   * The first message of each of some groups: were two of one group in a batch, and the first one
   * alone failed, the second would have overtaken it. The longest groups go first, as they need the
   * most batches.
   */
  List<Message> nextBatch() {
    List<Message> batch = new ArrayList<>();
    int bytes = 0;
    for (Deque<Message> group : longestFirst()) {
      Message first = group.getFirst();
      if (bytes + first.bytes() <= EventTarget.BATCH_BYTES) {
        batch.add(first);
        bytes += first.bytes();
      }
      if (batch.size() == EventTarget.BATCH_MESSAGES) {
        break;
      }
    }
    return batch;
  }

  private List<Deque<Message>> longestFirst() {
    Comparator<Deque<Message>> bySize = Comparator.comparingInt(Deque::size);
    return groups.values().stream().sorted(bySize.reversed()).toList();
  }

  /** The first message of a group is done with. */
  void remove(Message message) {
    Deque<Message> group = groups.get(message.groupId());
    group.removeFirst();
    if (group.isEmpty()) {
      groups.remove(message.groupId());
    }
  }
}
