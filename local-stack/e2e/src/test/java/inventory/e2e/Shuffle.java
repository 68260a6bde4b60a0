package inventory.e2e;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Orders messages as SQS may deliver them: in any order, and some more than once. */
final class Shuffle {

  private static final int ONE_IN = 4;

  private Shuffle() {}

  /**
   * All messages in a random order. Every fourth is followed by a copy, so that two consumers get
   * it at the same time; every fourth is repeated later.
   */
  static List<String> withRepeats(List<String> messages, Random random) {
    List<String> order = new ArrayList<>(messages);
    order.addAll(some(messages, random));
    Collections.shuffle(order, random);
    List<String> all = new ArrayList<>();
    for (String message : order) {
      all.add(message);
      all.addAll(some(List.of(message), random));
    }
    return all;
  }

  private static List<String> some(List<String> messages, Random random) {
    return messages.stream().filter(message -> random.nextInt(ONE_IN) == 0).toList();
  }
}
