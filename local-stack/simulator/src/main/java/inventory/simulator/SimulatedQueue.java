package inventory.simulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A queue that delivers in any order, delivers again while a message is still being processed, and
 * now and then once more after it was deleted.
 */
final class SimulatedQueue implements MessageQueue {

  private static final int ONE_IN = 8;

  private final Random random;
  private final List<Message> messages = new ArrayList<>();
  private final Set<Integer> inFlight = new HashSet<>();
  private final Set<Integer> repeated = new HashSet<>();
  private int numbers;

  SimulatedQueue(Random random) {
    this.random = random;
  }

  void send(Object body) {
    numbers++;
    messages.add(new Message(numbers, body));
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
    return messages.stream().anyMatch(this::isVisible);
  }

  private boolean isVisible(Message message) {
    return !inFlight.contains(message.number());
  }

  @Override
  public Optional<Message> receive() {
    boolean isEarly = random.nextInt(ONE_IN) == 0;
    List<Message> visible = isEarly ? messages : messages.stream().filter(this::isVisible).toList();
    if (visible.isEmpty()) {
      return Optional.empty();
    }
    Message message = visible.get(random.nextInt(visible.size()));
    inFlight.add(message.number());
    return Optional.of(message);
  }

  @Override
  public void delete(Message message) {
    inFlight.remove(message.number());
    if (random.nextInt(ONE_IN) != 0 || !repeated.add(message.number())) {
      messages.remove(message);
    }
  }
}
