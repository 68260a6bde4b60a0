package inventory.launcher.generate;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Random choices that are the same for the same seed, on every version of Java. */
public final class SeededRandom {

  private final Random random;

  /** Starts from a seed. */
  public SeededRandom(long seed) {
    this.random = new Random(seed);
  }

  /** True for this share of all calls, 0 to 1. */
  public boolean chance(double share) {
    return random.nextDouble() < share;
  }

  /** A number from the least to the most, both included. */
  public int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  /** A number from 0, included, to 1, excluded. */
  public double fraction() {
    return random.nextDouble();
  }

  /** An element of a list. */
  public <T> T oneOf(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** A random identifier. */
  public UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
