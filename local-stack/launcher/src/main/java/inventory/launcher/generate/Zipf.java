package inventory.launcher.generate;

import java.util.Arrays;

/** Chooses items as customers do: item number n with a weight of {@code 1 / n^exponent}. */
public final class Zipf {

  /** For each item, the sum of all weights up to it. */
  private final double[] sums;

  /**
   * Computes the weights.
   *
   * @param items number of items, 1 or more
   * @param exponent 0 or more; with 0 all items are equally popular
   */
  public Zipf(int items, double exponent) {
    this.sums = new double[items];
    double sum = 0;
    for (int i = 0; i < items; i++) {
      // StrictMath: the last digit of Math.pow may differ between machines.
      sum += StrictMath.pow(i + 1.0, -exponent);
      sums[i] = sum;
    }
  }

  /** The index of an item; 0 is the most popular one. */
  public int next(SeededRandom random) {
    int index = Arrays.binarySearch(sums, random.fraction() * sums[sums.length - 1]);
    return Math.min(index >= 0 ? index + 1 : -index - 1, sums.length - 1);
  }
}
