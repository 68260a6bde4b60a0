package inventory.simulator;

import java.util.List;
import java.util.Random;

/**
 * How often calls fail in a run, each as a number of calls of which one fails; 0 for never.
 *
 * @param deaths crashes
 * @param refusals calls without an effect
 * @param lostAnswers calls with an effect whose answer is lost
 */
record Faults(int deaths, int refusals, int lostAnswers) {

  /** What happens to one call of a port. */
  enum Fate {
    /** It works. */
    WORK,
    /** It fails without an effect: the store is throttled or away. */
    REFUSE,
    /** It has its effect, but the caller gets an error in place of the answer. */
    LOSE_ANSWER,
    /** The process dies before the effect. */
    DIE_BEFORE,
    /** The process dies after the effect. */
    DIE_AFTER
  }

  private static final int RARE = 100;
  private static final int OFTEN = 15;

  /** One run in three has none, so that what happens once without faults can be counted. */
  static Faults chosen(Random random) {
    return random.nextInt(3) == 0
        ? new Faults(0, 0, 0)
        : new Faults(rate(random), rate(random), rate(random));
  }

  private static int rate(Random random) {
    return List.of(0, RARE, OFTEN).get(random.nextInt(3));
  }

  /** Whether no call fails. */
  boolean isCalm() {
    return deaths + refusals + lostAnswers == 0;
  }

  /** What happens to the next call. */
  Fate next(Random random) {
    if (isNext(deaths, random)) {
      return random.nextBoolean() ? Fate.DIE_BEFORE : Fate.DIE_AFTER;
    }
    if (isNext(refusals, random)) {
      return Fate.REFUSE;
    }
    return isNext(lostAnswers, random) ? Fate.LOSE_ANSWER : Fate.WORK;
  }

  private static boolean isNext(int oneIn, Random random) {
    return oneIn > 0 && random.nextInt(oneIn) == 0;
  }
}
