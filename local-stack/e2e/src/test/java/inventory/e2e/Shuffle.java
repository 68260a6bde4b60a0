package inventory.e2e;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Delivers messages as SQS may: in any order, and some more than once. */
final class Shuffle {

  private static final int ONE_IN = 4;

  private Shuffle() {}

  /**
   * All messages in a random order. Every fourth comes twice at once, so that two consumers have it
   * at the same time; every fourth comes again somewhere.
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
