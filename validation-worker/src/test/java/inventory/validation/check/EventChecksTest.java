package inventory.validation.check;

import static inventory.model.EventType.PRODUCT_ADDED;
import static inventory.model.EventType.PRODUCT_REMOVED;
import static inventory.model.EventType.QUANTITY_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import inventory.validation.domain.Check;
import inventory.validation.domain.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The checks of items with movements from events. */
class EventChecksTest {

  private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

  private final KnownLevel level = new KnownLevel("ONLINE", "P1");

  private static Instant at(int minute) {
    return START.plusSeconds(60L * minute);
  }

  private List<Finding> findings(Check check) {
    List<Finding> findings = new ArrayList<>();
    check.item(level.item(), findings::add);
    return findings;
  }

  @Test
  void aLevelOfEventsWhoseUnitsWereAlteredIsFound() {
    level
        .event(PRODUCT_ADDED, 1, at(1), "Laptop", 10)
        .event(QUANTITY_CHANGED, 2, at(2), "", -3)
        .at(8);

    assertThat(findings(new LevelMatchesMovements()))
        .extracting(Finding::found, Finding::expected)
        .containsExactly(tuple("a level of 8", "7, by its movements"));
    level.at(7);
    assertThat(findings(new LevelMatchesMovements())).isEmpty();
  }

  @Test
  void anItemThatIsOffTheListContraryToItsEventsIsFound() {
    level.event(PRODUCT_ADDED, 1, at(1), "Laptop", 0).offTheList();

    assertThat(findings(new LevelMatchesMovements()))
        .extracting(Finding::found, Finding::expected, Finding::warehouse, Finding::itemId)
        .containsExactly(
            tuple("an item off the list", "on the list, by its events", "ONLINE", "P1"));
  }

  @Test
  void anItemThatIsOnTheListContraryToItsEventsIsFoundEvenAfterAChange() {
    level
        .event(PRODUCT_ADDED, 1, at(1), "Laptop", 10)
        .event(PRODUCT_REMOVED, 2, at(2), "", 0)
        .event(QUANTITY_CHANGED, 3, at(3), "", 4)
        .change("f1", 2, at(4), 1)
        .at(5);

    assertThat(findings(new LevelMatchesMovements()))
        .extracting(Finding::found, Finding::expected)
        .containsExactly(tuple("an item on the list", "off the list, by its events"));
    level.offTheList();
    assertThat(findings(new LevelMatchesMovements())).isEmpty();
  }

  @Test
  void eventsAtOneTimeAreAppliedInTheOrderOfTheStream() {
    level
        .event(PRODUCT_ADDED, 8, at(1), "Laptop", 100)
        .event(PRODUCT_REMOVED, 9, at(1), "", 0)
        .event(PRODUCT_ADDED, 10, at(1), "Laptop", 7)
        .at(7);

    assertThat(findings(new LevelMatchesMovements())).isEmpty();
  }

  @Test
  void aFileCountAtTheTimeOfAnEventIncludesItsChange() {
    level.count("f1", at(1), 5).event(QUANTITY_CHANGED, 1, at(1), "", 7).at(5);

    assertThat(findings(new LevelMatchesMovements())).isEmpty();
  }

  @Test
  void aRowAtTheTimeOfARemovalAndNewAdditionIsNotBelowZero() {
    level
        .count("f1", at(1), 3)
        .event(PRODUCT_REMOVED, 1, at(1), "", 0)
        .event(PRODUCT_ADDED, 2, at(1), "Laptop", 10)
        .change("run1", 2, at(2), -8)
        .change("run2", 3, at(3), -8);

    assertThat(findings(new NegativeLevel())).extracting(Finding::line).containsExactly(3);
  }

  @Test
  void aRowAtTheTimeOfAnEventIsComparedWithBoth() {
    level
        .event(QUANTITY_CHANGED, 1, at(1), "", -2)
        .event(QUANTITY_CHANGED, 2, at(2), "", 20)
        .change("run1", 5, at(2), -19)
        .change("run2", 6, at(3), -1);

    assertThat(findings(new NegativeLevel())).isEmpty();
  }

  @Test
  void aRowIsNotReportedForAnEarlierEvent() {
    level.event(QUANTITY_CHANGED, 1, at(1), "", -2).change("run1", 5, at(2), -1);

    assertThat(findings(new NegativeLevel())).isEmpty();
  }

  @Test
  void anEventWithoutANameIsNotASecondName() {
    level
        .change("f1", 2, at(1), 1)
        .event(QUANTITY_CHANGED, 1, at(2), "", 4)
        .event(PRODUCT_REMOVED, 2, at(3), "", 0)
        .change("run1", 2, at(4), 1);

    assertThat(findings(new TwoNames())).isEmpty();
  }

  @Test
  void aRowIsComparedWithTheNameFromAnEvent() {
    level.event(PRODUCT_ADDED, 1, at(1), "Laptop", 4).change("run1", 2, at(2), 1);

    assertThat(findings(new TwoNames()))
        .extracting(Finding::found, Finding::expected)
        .containsExactly(tuple("\"name\"", "\"Laptop\", its known name"));
  }
}
