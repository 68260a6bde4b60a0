package inventory.launcher.generate;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Chance that can be repeated: {@link Random} is the same on every Java. */
final class Dice {

  private final Random random;

  /** Takes the first 8 bytes for its seed. */
  Dice(byte[] seed) {
    this.random = new Random(ByteBuffer.wrap(seed).getLong());
  }

  /** Whether something happens that happens in this share of all cases, 0 to 1. */
  boolean chance(double share) {
    return random.nextDouble() < share;
  }

  /** A number from the least to the most, both included. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  /** A number of 0 or more, and less than 1. */
  double fraction() {
    return random.nextDouble();
  }

  <T> T oneOf(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
