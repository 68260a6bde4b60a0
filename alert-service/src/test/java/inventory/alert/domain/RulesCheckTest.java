package inventory.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.FileStatus;
import inventory.model.StockState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RulesCheckTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final World world = new World();

  @Test
  void theFirstStartChecksNothing() {
    IntStream.range(0, 5).forEach(i -> world.level("Berlin", "item" + i, 1));

    world.rulesCheck(false, 10).check();
    world.rulesCheck(false, 10).check();

    assertThat(world.rules.pages).isZero();
    assertThat(world.rules.find()).contains(new Rules.Progress("warehouse 10", Optional.empty()));
  }

  @Test
  void aChangedDefaultChecksAllStockAndIsOneNotification() {
    IntStream.range(0, 7).forEach(i -> world.level("W" + i % 3, "item" + i, 12 + i));
    world.rulesCheck(false, 10).check();

    world.threshold(15);
    world.rulesCheck(false, 15).check();
    world.dispatch();

    assertThat(world.notifications).hasSize(1);
    assertThat(world.reported()).containsExactly("W0 item0 low", "W1 item1 low", "W2 item2 low");
    assertThat(world.notifications.get(0).text()).contains("Detected after a check of all stock");

    world.threshold(5);
    world.rulesCheck(false, 5).check();
    assertThat(world.store.openAlerts()).isEmpty();
  }

  @Test
  void anIncompleteFileHasAllStockCheckedBecauseItsItemsMayNeverHaveBeenAnnounced() {
    world.rulesCheck(false, 10).check();
    world.level("Berlin", "mug", 3);
    world.files.put("f", FileCheckTest.report("f", FileStatus.INCOMPLETE));

    world.fileCheck(FilePolicy.NONE).check("f");
    world.rulesCheck(false, 10).check();
    world.dispatch();

    assertThat(world.reported()).containsExactly("Berlin mug low");
    assertThat(world.rules.find()).contains(new Rules.Progress("warehouse 10", Optional.empty()));
  }

  @Test
  void afterAnUpdateAllStockIsCheckedByTheNewSettingsWhoeverAsksForIt() {
    RulesCheck older = world.rulesCheck(false, 10);
    older.check();
    world.rulesCheck(false, 15).check();

    older.restart();

    assertThat(world.rules.find())
        .contains(new Rules.Progress("warehouse 15", Optional.of(Rules.Place.BEGINNING)));
  }

  @Test
  void aCheckThatDiesIsContinuedByTheNextProcess() {
    int moment = 0;
    boolean died = true;
    while (died) {
      moment++;
      World mortal = new World();
      IntStream.range(0, 5).forEach(i -> mortal.level("Berlin", "item" + i, 12));
      mortal.rulesCheck(false, 10).check();
      mortal.threshold(15);
      died = mortal.diesAt(moment, () -> mortal.rulesCheck(false, 15).check());

      mortal.rulesCheck(false, 15).check();
      mortal.pass(MINUTE.plusSeconds(1));
      mortal.dispatch();

      assertThat(mortal.store.openAlerts()).as("moment %s", moment).hasSize(5);
      assertThat(mortal.reported()).as("moment %s", moment).hasSize(5);
    }
    assertThat(moment).isGreaterThan(40);
  }

  @Test
  void anOlderProcessDoesNotUndoTheCheckOfANewerOne() {
    world.level("Berlin", "item", 12);
    RulesCheck older = world.rulesCheck(false, 10);
    older.check();
    world.threshold(15);

    world.rulesCheck(false, 15).check();
    older.check();

    assertThat(world.rules.find()).contains(new Rules.Progress("warehouse 15", Optional.empty()));
  }

  @Test
  void openAlertsOfTheOtherScopeAreClosedSilently() {
    world.level("Berlin", "item", 3);
    world.check("file", new Hint("item", Optional.of("Berlin")));
    world.rulesCheck(false, 10).check();
    AlertId berlin = new AlertId("item", Optional.of("Berlin"));
    assertThat(world.store.openAlerts()).containsExactly(berlin);
    // All stock in this world is of warehouses, so it would raise the alert again.
    world.delete("Berlin", "item");

    world.rulesCheck(true, 10).check();
    world.dispatch();

    AlertRecord closed = world.store.read(List.of(berlin)).get(berlin);
    assertThat(closed.isOpen()).isFalse();
    assertThat(world.reported()).hasSize(1);
    assertThat(closed.state()).isEqualTo(StockState.OK);
  }
}
