package inventory.launcher.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ZipfTest {

  private static final int DRAWS = 200_000;

  @Test
  void theProbabilityOfAnItemIsInverseToItsRank() {
    int[] drawn = draw(50, 1.0);
    // The 50th harmonic number.
    double all = 4.4992;
    for (int rank : new int[] {1, 2, 5, 10, 50}) {
      double expected = 1 / all / rank;
      // Some five standard deviations of so many draws.
      assertThat((double) drawn[rank - 1] / DRAWS)
          .as("%d", rank)
          .isCloseTo(expected, within(0.005));
    }
  }

  @Test
  void withExponentZeroAllItemsAreEquallyPopular() {
    for (int count : draw(10, 0)) {
      assertThat((double) count / DRAWS).isCloseTo(0.1, within(0.005));
    }
  }

  @Test
  void aSteepExponentMakesTheFirstItemDominate() {
    assertThat((double) draw(1_000, 4)[0] / DRAWS).isGreaterThan(0.9);
  }

  private static int[] draw(int items, double exponent) {
    SeededRandom random = Generated.recipe(1).random(Totals.Kind.EVENTS);
    Zipf zipf = new Zipf(items, exponent);
    int[] drawn = new int[items];
    for (int i = 0; i < DRAWS; i++) {
      drawn[zipf.next(random)]++;
    }
    return drawn;
  }
}
