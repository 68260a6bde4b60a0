package inventory.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.alert.notification.Audience;
import inventory.alert.notification.Notification;
import inventory.alert.outbox.OutboxDispatcher;
import inventory.alert.outbox.OutboxWatch;
import inventory.model.AlertId;
import inventory.model.FileStatus;
import inventory.model.StockKey;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutboxDispatcherTest {

  private static final Hint SHIRT = new Hint("shirt", Optional.of("Berlin"));
  private static final Duration TICK = Duration.ofSeconds(2);
  private static final Duration OUTAGE = Duration.ofMinutes(10);

  private final World world = new World();

  @Test
  void aMailServerThatTakesAMinuteGetsOneMailWhateverOtherProcessesDo() {
    OutboxDispatcher other = world.purchasingDispatcher();
    world.level("Berlin", "shirt", 9);
    world.judge("batch", SHIRT);
    world.whileSending =
        () -> {
          for (int second = 0; second < 60; second++) {
            world.pass(Duration.ofSeconds(1));
            other.dispatch();
          }
        };

    world.dispatch();
    other.dispatch();

    assertThat(world.attempts).isEqualTo(1);
    assertThat(world.store.isAllSent()).isTrue();
  }

  @Test
  void aProcessThatWasThoughtDeadSendsNothing() {
    int moment = 0;
    boolean happened = true;
    while (happened) {
      moment++;
      World shared = new World();
      shared.level("Berlin", "shirt", 9);
      shared.judge("batch", SHIRT);
      happened =
          shared.happensAt(
              moment,
              () ->
                  shared.store.claim(
                      Audience.PURCHASING,
                      "successor",
                      shared.now().plusSeconds(60),
                      shared.now().plusSeconds(90)),
              shared::dispatch);
      assertThat(shared.attempts).as("moment %s", moment).isBetween(0, 1);
    }
    assertThat(moment).isGreaterThan(10);
  }

  /** The mail server is down for ten minutes while files and events arrive all the time. */
  @Test
  void anOutageDelaysNoCheckAndEndsWithOneNotificationForEachAudience() {
    Map<String, Long> levels = new TreeMap<>();
    finish("f1");
    finish("f2");
    world.refusals = Integer.MAX_VALUE;
    for (int tick = 0; tick < OUTAGE.dividedBy(TICK); tick++) {
      String item = "item" + tick % 40;
      long level = (tick * 7L) % 15;
      levels.put(item, level);
      world.level("Berlin", item, level);
      world.judge("batch" + tick, new Hint(item, Optional.of("Berlin")));
      assertThat(world.record("Berlin", item).state()).isEqualTo(Stock.of(level).state());
      world.tick();
      world.pass(TICK);
    }
    assertThat(world.notifications).isEmpty();
    assertThat(world.attempts).as("attempts in ten minutes, of both audiences").isBetween(10, 24);

    world.refusals = 0;
    for (int tick = 0; tick < 300; tick++) {
      world.pass(TICK);
      world.tick();
    }

    assertThat(world.notifications)
        .extracting(Notification::audience)
        .containsExactlyInAnyOrder(Audience.PURCHASING, Audience.OPERATIONS);
    assertThat(world.reported())
        .containsExactlyInAnyOrderElementsOf(
            levels.entrySet().stream()
                .filter(level -> level.getValue() < Stock.THRESHOLD)
                .map(
                    level ->
                        "Berlin "
                            + level.getKey()
                            + (level.getValue() == 0 ? " OUT OF STOCK" : " low"))
                .toList());
    assertThat(world.notifications)
        .extracting(Notification::subject)
        .contains("File REJECTED: f1.csv and 1 more");
    assertThat(world.store.isAllSent()).isTrue();
  }

  private void finish(String fileId) {
    world.files.put(fileId, FileCheckTest.report(fileId, FileStatus.REJECTED));
    world.fileCheck(FilePolicy.ALL).check(fileId);
  }

  @Test
  void stockThatRisesAndFallsFortyTimesInTenMinutesIsReportedOnceAnHour() {
    World limited = new World(false, Duration.ofHours(1));
    for (int i = 0; i < 40; i++) {
      limited.level("Berlin", "shirt", 9 + i % 2);
      limited.judge("batch" + i, SHIRT);
      for (int tick = 0; tick < 7; tick++) {
        limited.pass(TICK);
        limited.tick();
      }
    }
    assertThat(limited.reported()).containsExactly("Berlin shirt low");

    limited.pass(Duration.ofHours(1));
    limited.tick();
    assertThat(limited.reported()).as("it has recovered").containsExactly("Berlin shirt low");
    assertThat(limited.store.isAllSent()).isTrue();
  }

  @Test
  void aLimitedNotificationIsSentWhenItIsDueIfStockIsStillLow() {
    World limited = new World(false, Duration.ofHours(1));
    for (long level : new long[] {9, 10, 8}) {
      limited.level("Berlin", "shirt", level);
      limited.check("batch" + level, SHIRT);
    }
    assertThat(limited.reported()).hasSize(1);

    limited.level("Berlin", "shirt", 5);
    limited.pass(Duration.ofMinutes(61));
    limited.dispatch();

    assertThat(limited.notifications).hasSize(2);
    assertThat(limited.notifications.get(1).text()).contains("Berlin     shirt  Echo Plus      5 ");
  }

  @Test
  void whatWaitsAboutAnItemIsOneLineWithTheStateOfNow() {
    world.level("Berlin", "shirt", 9);
    world.judge("one", SHIRT);
    world.pass(Duration.ofMinutes(5));
    world.level("Berlin", "shirt", 0);
    world.judge("two", SHIRT);

    world.dispatch();

    assertThat(world.reported()).containsExactly("Berlin shirt OUT OF STOCK");
    assertThat(world.store.isAllSent()).isTrue();
  }

  @Test
  void stockThatRecoveredBeforeAnybodyWasNotifiedIsNotReported() {
    World reporting = new World(true);
    reporting.level("Berlin", "shirt", 9);
    reporting.judge("one", SHIRT);
    reporting.level("Berlin", "shirt", 12);
    reporting.judge("two", SHIRT);

    reporting.dispatch();

    assertThat(reporting.notifications).isEmpty();
    assertThat(reporting.store.isAllSent()).isTrue();
  }

  @Test
  void aLevelThatWasNotCheckedYetIsCheckedBeforeItIsReported() {
    world.level("Berlin", "shirt", 9);
    world.judge("one", SHIRT);
    world.level("Berlin", "shirt", 12);

    world.dispatch();

    assertThat(world.notifications).isEmpty();
    assertThat(world.record("Berlin", "shirt").isOpen()).isFalse();

    world.level("Berlin", "shirt", 9);
    world.check("two", SHIRT);
    assertThat(world.reported()).containsExactly("Berlin shirt low");
  }

  @Test
  void anAlertThatIsSnoozedBeforeAnybodyWasNotifiedIsReportedAtTheEndOfTheSnooze() {
    world.level("Berlin", "shirt", 9);
    world.judge("one", SHIRT);
    world.store.snooze(AlertId.of(new StockKey("Berlin", "shirt")), world.now().plusSeconds(60));

    world.tick();
    assertThat(world.notifications).isEmpty();

    world.pass(Duration.ofSeconds(61));
    world.tick();
    assertThat(world.reported()).containsExactly("Berlin shirt low");
    assertThat(world.store.isAllSent()).isTrue();
  }

  @Test
  void aClaimedAudienceIsSkipped() {
    world.level("Berlin", "shirt", 9);
    world.judge("one", SHIRT);
    world.store.claim(Audience.PURCHASING, "other", world.now(), world.now().plusSeconds(30));

    world.dispatch();
    assertThat(world.notifications).isEmpty();

    world.pass(Duration.ofSeconds(31));
    world.dispatch();
    assertThat(world.notifications).hasSize(1);
  }

  @Test
  void afterAFailureNoProcessTriesAgainAtOnceAndThePausesGrow() {
    world.level("Berlin", "shirt", 9);
    world.judge("one", SHIRT);
    world.refusals = Integer.MAX_VALUE;
    List<Integer> attemptsAt = new ArrayList<>();
    OutboxDispatcher other = world.purchasingDispatcher();
    for (int second = 0; second < 70; second++) {
      int before = world.attempts;
      world.dispatch();
      if (second == 0) {
        other.dispatch();
      }
      if (world.attempts > before) {
        attemptsAt.add(second);
      }
      world.pass(Duration.ofMillis(999));
      world.pass(Duration.ofMillis(1));
    }

    assertThat(attemptsAt).containsExactly(0, 2, 5, 10, 19, 36, 69);
  }

  @Test
  void aNotificationThatIsDueForAQuarterOfAnHourIsFound() {
    OutboxWatch watch = new OutboxWatch(world.store, world::now);
    world.level("Berlin", "shirt", 9);
    world.judge("one", SHIRT);

    world.pass(OutboxWatch.LATE);
    watch.check();

    world.pass(Duration.ofSeconds(1));
    assertThatThrownBy(watch::check)
        .hasMessage(
            "notifications have been due since 2026-11-21T12:00:00Z: see the failed attempts in this"
                + " log");
    world.dispatch();
    watch.check();
  }

  @Test
  void theFullListIsSentAndThenDeletedFromLocalDisk() {
    IntStream.range(0, 300).forEach(i -> world.level("Berlin", "item" + i, 1));

    world.check("batch", allItems());

    assertThat(world.notifications).hasSize(1);
    assertThat(world.notifications.get(0).list()).map(Notification.FullList::rows).contains(300);
    assertThat(world.lists).hasSize(1).noneMatch(Files::exists);
  }

  @Test
  void theFullListIsDeletedFromLocalDiskEvenIfItCouldNotBeSent() {
    IntStream.range(0, 300).forEach(i -> world.level("Berlin", "item" + i, 1));
    world.refusals = 1;

    world.check("batch", allItems());

    assertThat(world.lists).hasSize(1).noneMatch(Files::exists);
    assertThat(world.store.entries(Audience.PURCHASING)).hasSize(300);
  }

  private static Hint[] allItems() {
    return IntStream.range(0, 300)
        .mapToObj(i -> new Hint("item" + i, Optional.empty()))
        .toArray(Hint[]::new);
  }
}
