package inventory.launcher.generate;

import java.util.Arrays;

/**
 * Picks items as customers do: the one of rank r with a probability that is proportional to {@code
 * 1 / r^exponent}.
 */
final class Zipf {

  /** For each item, the sum of the weights up to it; of the last, all. */
  private final double[] sums;

  /**
   * Prepares it.
   *
   * @param items how many there are, 1 or more
   * @param exponent 0 or more; with 0 all items are equally popular
   */
  Zipf(int items, double exponent) {
    this.sums = new double[items];
    double sum = 0;
    for (int i = 0; i < items; i++) {
      // Not Math, whose last digit may differ from one machine to the next.
      sum += StrictMath.pow(i + 1.0, -exponent);
      sums[i] = sum;
    }
  }

  /** The number of an item, the most popular one being 0. */
  int next(Dice dice) {
    double point = dice.fraction() * sums[sums.length - 1];
    int place = Arrays.binarySearch(sums, point);
    return Math.min(place >= 0 ? place + 1 : -place - 1, sums.length - 1);
  }
}
