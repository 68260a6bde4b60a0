package inventory.launcher.generate;

import inventory.launcher.demo.ExpectedLevels;
import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** Makes the events of web shops (requirement E2), and publishes them. */
public final class Events {

  /** The shop whose events do not name it, as in the customer's sample (requirement E2). */
  public static final String UNNAMED = "ONLINE";

  // A producer that did not hear of a success says it again soon.
  private static final int MAX_EVENTS_UNTIL_AGAIN = 50;
  private static final int EVENTS_PER_SETTLEMENT = 100_000;

  private final Recipe recipe;
  private final int events;
  private final Dice dice;
  private final ExpectedLevels expected = new ExpectedLevels();
  private final Totals.Tally tally = new Totals.Tally();
  private final PriorityQueue<Repetition> repetitions =
      new PriorityQueue<>(
          Comparator.comparingLong(Repetition::due).thenComparing(Repetition::number));

  /**
   * Prepares them.
   *
   * @param events how many, malformed ones included, without those that are published again
   */
  public Events(Recipe recipe, int events) {
    this.recipe = recipe;
    this.events = events;
    this.dice = recipe.dice(Totals.Kind.EVENTS, events);
  }

  private record Repetition(long due, long number, EventRecord record) {}

  /**
   * Makes and publishes them; returns, when all are taken, what they add up to.
   *
   * @param rate records in a time; as fast as possible without one
   * @param afterEach is run after each event
   */
  public Totals publish(EventSink sink, Optional<Rate> rate, Runnable afterEach)
      throws IOException, InterruptedException {
    Pace pace = new Pace(rate);
    Shops shops = new Shops(recipe, dice, expected, tally);
    for (int i = 1; i <= events; i++) {
      Shops.Published event = shops.next();
      pace.awaitTurn(sink::flush);
      sink.accept(event.record());
      if (event.isGood() && dice.chance(recipe.duplicates())) {
        int due = i + dice.between(0, MAX_EVENTS_UNTIL_AGAIN);
        repetitions.add(new Repetition(due, i, event.record()));
        tally.duplicates++;
      }
      repeat(i == events ? Long.MAX_VALUE : i, sink, pace);
      if (i % EVENTS_PER_SETTLEMENT == 0) {
        expected.settle(shops.earliestNext());
      }
      afterEach.run();
    }
    sink.flush();
    return Totals.ofEvents(recipe.seed(), tally, expected);
  }

  private void repeat(long until, EventSink sink, Pace pace)
      throws IOException, InterruptedException {
    while (!repetitions.isEmpty() && repetitions.element().due() <= until) {
      pace.awaitTurn(sink::flush);
      sink.accept(repetitions.remove().record());
    }
  }
}
