package inventory.simulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A queue that delivers a message again while it is still being processed. A standard queue
 * delivers in any order, and now and then once more after the message was deleted. A FIFO queue
 * delivers the messages of a group in order, one at a time, and mostly drops what it has seen.
 */
final class SimulatedQueue implements MessageQueue {

  private static final int ONE_IN = 8;

  private final String name;
  private final boolean isFifo;
  private final Random random;
  private final Consumer<Object> whenDone;
  private final List<Message> messages = new ArrayList<>();
  private final Set<Integer> inFlight = new HashSet<>();
  private final Set<Integer> repeated = new HashSet<>();
  private final Set<String> ids = new HashSet<>();
  private int numbers;

  /**
   * Creates an empty queue.
   *
   * @param whenDone is called with the body of each message that a consumer deletes
   */
  SimulatedQueue(String name, boolean isFifo, Random random, Consumer<Object> whenDone) {
    this.name = name;
    this.isFifo = isFifo;
    this.random = random;
    this.whenDone = whenDone;
  }

  String name() {
    return name;
  }

  @Override
  public void send(String group, String id, Object body) {
    boolean isSeen = isFifo && !ids.add(id);
    if (!isSeen || random.nextInt(ONE_IN) == 0) {
      numbers++;
      messages.add(new Message(numbers, group, body));
    }
  }

  boolean isEmpty() {
    return messages.isEmpty();
  }

  /** Makes a message visible whose consumer has failed. */
  void makeVisible(Message message) {
    inFlight.remove(message.number());
  }

  /** Makes all messages visible: their consumers have had them for longer than they may. */
  void endVisibilityTimeouts() {
    inFlight.clear();
  }

  /** Whether a message that no consumer works on can be received now. */
  boolean hasMessage() {
    return isFifo
        ? !receivable(false).isEmpty()
        : messages.stream().anyMatch(message -> !inFlight.contains(message.number()));
  }

  private List<Message> receivable(boolean isEarly) {
    List<Message> found = new ArrayList<>();
    Set<String> groups = new HashSet<>();
    for (Message message : messages) {
      boolean isFirst = !isFifo || groups.add(message.group());
      if (isFirst && (isEarly || !inFlight.contains(message.number()))) {
        found.add(message);
      }
    }
    return found;
  }

  @Override
  public Optional<Message> receive() {
    List<Message> found = receivable(random.nextInt(ONE_IN) == 0);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Message message = found.get(random.nextInt(found.size()));
    inFlight.add(message.number());
    return Optional.of(message);
  }

  @Override
  public void delete(Message message) {
    inFlight.remove(message.number());
    whenDone.accept(message.body());
    if (isFifo || random.nextInt(ONE_IN) != 0 || !repeated.add(message.number())) {
      messages.remove(message);
    }
  }
}
