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
   * All messages in a random order; every fourth comes again somewhere, and of these every fourth.
   */
  static List<String> withRepeats(List<String> messages, Random random) {
    List<String> all = new ArrayList<>();
    for (String message : messages) {
      all.add(message);
      while (random.nextInt(ONE_IN) == 0) {
        all.add(message);
      }
    }
    Collections.shuffle(all, random);
    return all;
  }
}
