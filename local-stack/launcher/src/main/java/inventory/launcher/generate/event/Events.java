package inventory.launcher.generate.event;

import inventory.launcher.generate.Pace;
import inventory.launcher.generate.Recipe;
import inventory.launcher.generate.SeededRandom;
import inventory.launcher.generate.Totals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Generates the events of web shops (requirement E2) and publishes them. */
public final class Events {

  /** The shop of events without a shop, as in the customer's sample (requirement E2). */
  public static final String UNNAMED = "ONLINE";

  private static final int MAX_EVENTS_UNTIL_DUPLICATE = 50;
  private static final int EVENTS_PER_SETTLEMENT = 100_000;

  private final Recipe recipe;
  private final int events;

  /**
   * Prepares the events.
   *
   * @param events number of events, with malformed ones and without duplicates
   */
  public Events(Recipe recipe, int events) {
    this.recipe = recipe;
    this.events = events;
  }

  /**
   * Generates and publishes the events.
   *
   * @param afterEach runs after each event
   * @return what the system must report once all events are processed
   */
  public Totals publish(EventPublisher publisher, Pace pace, Runnable afterEach)
      throws IOException, InterruptedException {
    SeededRandom random = recipe.random(Totals.Kind.EVENTS, events);
    ShopSimulator shops = new ShopSimulator(recipe, random);
    TreeMap<Integer, List<EventRecord>> duplicates = new TreeMap<>();
    for (int i = 1; i <= events; i++) {
      ShopSimulator.Event event = shops.next();
      publish(event.record(), publisher, pace);
      if (event.isGood() && random.chance(recipe.duplicates())) {
        int due = i + random.between(0, MAX_EVENTS_UNTIL_DUPLICATE);
        duplicates.computeIfAbsent(due, any -> new ArrayList<>()).add(event.record());
        shops.tally().duplicates++;
      }
      int due = i == events ? Integer.MAX_VALUE : i;
      while (!duplicates.isEmpty() && duplicates.firstKey() <= due) {
        for (EventRecord record : duplicates.pollFirstEntry().getValue()) {
          publish(record, publisher, pace);
        }
      }
      if (i % EVENTS_PER_SETTLEMENT == 0) {
        shops.settle();
      }
      afterEach.run();
    }
    publisher.flush();
    return shops.totals();
  }

  private static void publish(EventRecord record, EventPublisher publisher, Pace pace)
      throws IOException, InterruptedException {
    if (pace.isAhead()) {
      publisher.flush();
    }
    pace.awaitTurn();
    publisher.accept(record);
  }
}
