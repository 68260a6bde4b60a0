package inventory.alert.domain;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.alert.notification.Audience;
import inventory.alert.notification.Audience.Purpose;
import inventory.alert.notification.Notification;
import inventory.model.AlertId;
import inventory.model.StockKey;
import inventory.model.recipients.InvalidRecipientsException;
import inventory.model.recipients.RecipientRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The world begins on 2026-11-21 at 12:00 UTC, which is 13:00 in Berlin. */
class RecipientsTest {

  private static final Audience NORTH = new Audience.Rule("north", Purpose.NOTICE);
  private static final Audience DIGEST = new Audience.Rule("north", Purpose.DIGEST);
  private static final Audience REMINDER = new Audience.Rule("north", Purpose.REMINDER);
  private static final Audience ESCALATION = new Audience.Rule("north", Purpose.ESCALATION);

  private static final String AT_ONCE = "";
  private static final String DIGESTS =
      "'timeZone': 'Europe/Berlin', 'digestAt': ['08:00', '16:00']";
  private static final String NIGHTS =
      "'timeZone': 'Europe/Berlin', 'quietHours': {'from': '12:30', 'to': '07:00'}";
  private static final String FOLLOW_UPS =
      "'remindAfter': '2h', 'escalateAfter': '4h', 'escalateTo': ['head@example.com']";

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration TICK = Duration.ofSeconds(2);

  private final World world = new World(false, HOUR);

  @Test
  void stockGoesToEachRuleThatIsAboutItAndElseToPurchasing() {
    world.recipients = rules(north(AT_ONCE), rule("shirts", "'items': ['shirt*']", AT_ONCE));
    fall("Hamburg", "shirt");
    fall("Hamburg", "shoe");
    fall("Berlin", "hat");

    world.dispatch();

    assertThat(world.notifications)
        .extracting(n -> n.audience().id() + ": " + World.rows(n).collect(joining(", ")))
        .containsExactlyInAnyOrder(
            "RULE#north#NOTICE: Hamburg shirt low, Hamburg shoe low",
            "RULE#shirts#NOTICE: Hamburg shirt low",
            "PURCHASING: Berlin hat low");
    assertThat(world.store.isAllSent()).isTrue();
  }

  @Test
  void aDigestListsWhatIsLowNowAndWhatRecovered() {
    world.recipients = rules(north(DIGESTS));
    fall("Hamburg", "old");
    fall("Hamburg", "better");
    passUntil("2026-11-21T15:00:00Z");
    assertThat(last().subject()).isEqualTo("Stock digest: 2 items low in Hamburg");

    set("Hamburg", "better", 12);
    fall("Hamburg", "new");
    fall("Hamburg", "brief");
    set("Hamburg", "brief", 12);
    world.level("Hamburg", "old", 4);
    passUntil("2026-11-22T06:59:58Z");
    assertThat(world.notifications).hasSize(1);
    passUntil("2026-11-22T07:00:00Z");

    assertThat(world.notifications).hasSize(2).allMatch(n -> n.audience().equals(DIGEST));
    assertThat(last().subject()).isEqualTo("Stock digest: 2 items low in Hamburg");
    assertThat(last().text())
        .isEqualTo(
            """
            Stock of 1 item fell below the threshold since the last digest. Stock of 1 item is at \
            or above the threshold again. Stock of 1 item that was reported before is still low.

            Low since the last digest

            Warehouse  Item  Name       Level  Threshold  State  Order            Low since
            Hamburg    new   Echo Plus      9         10  low    11 = 2 x 10 - 9  2026-11-21 16:00

            Still low

            Warehouse  Item  Name       Level  Threshold  State  Order            Low since
            Hamburg    old   Echo Plus      4         10  low    16 = 2 x 10 - 4  2026-11-21 13:00

            Recovered since the last digest

            Warehouse  Item    Name       Level  Threshold  State      Order  Low since
            Hamburg    better  Echo Plus     12         10  recovered

            Digest of the rule north. Levels of 2026-11-22 08:00 (Europe/Berlin).
            All open alerts: https://stock/#/alerts
            """);
    passUntil("2026-11-23T07:00:00Z");
    assertThat(world.notifications).as("nothing has changed").hasSize(2);
    assertThat(world.store.isAllSent()).isTrue();
  }

  @Test
  void aDigestReportsNoRecoveryOfStockThatWasNotReportedAsLow() {
    world.recipients = rules(north(DIGESTS));
    passUntil("2026-11-21T14:50:00Z");
    fall("Hamburg", "shirt");
    world.pass(Duration.ofMinutes(5));
    set("Hamburg", "shirt", 12);

    passUntil("2026-11-22T15:00:00Z");

    assertThat(world.notifications).isEmpty();
    assertThat(world.store.isAllSent()).isTrue();
  }

  @Test
  void aDigestIsSentOnceByAnyNumberOfProcessesAndAfterARestart() {
    world.recipients = rules(north(DIGESTS));
    fall("Hamburg", "shirt");
    world.ruleDispatch().dispatch();
    assertThat(world.notifications).isEmpty();

    world.pass(Duration.ofHours(4));
    world.whileSending = () -> world.ruleDispatch().dispatch();
    world.ruleDispatch().dispatch();
    world.ruleDispatch().dispatch();

    assertThat(world.notifications).hasSize(1);
  }

  @Test
  void aDigestSurvivesADeathAtAnyMoment() {
    int moment = 0;
    boolean died = true;
    while (died) {
      moment++;
      World mortal = new World(false, HOUR);
      mortal.recipients = rules(north(DIGESTS + ", " + FOLLOW_UPS));
      mortal.level("Hamburg", "shirt", 9);
      mortal.judge("batch", hint("Hamburg", "shirt"));
      mortal.pass(Duration.ofHours(4));
      died = mortal.diesAt(moment, () -> mortal.ruleDispatch().dispatch());
      mortal.pass(Duration.ofSeconds(31));
      mortal.ruleDispatch().dispatch();

      assertThat(mortal.notifications).as("moment %s", moment).hasSizeBetween(1, died ? 2 : 1);
      assertThat(mortal.store.entries(DIGEST)).isEmpty();
      assertThat(mortal.store.entries(REMINDER)).as("moment %s", moment).isNotEmpty();
    }
    assertThat(moment).isGreaterThan(10);
  }

  @Test
  void stockThatRunsOutIsReportedAtOnceAndIsInTheDigestToo() {
    world.recipients = rules(north(DIGESTS));
    fall("Hamburg", "shirt");
    set("Hamburg", "shirt", 0);

    world.dispatch();
    assertThat(world.notifications).extracting(Notification::audience).containsExactly(NORTH);
    assertThat(last().subject()).isEqualTo("Low stock: 1 item in Hamburg (1 out of stock)");

    passUntil("2026-11-21T15:00:00Z");
    assertThat(last().subject()).isEqualTo("Stock digest: 1 item low in Hamburg (1 out of stock)");
  }

  @Test
  void quietHoursHoldBackLowStockButNotStockThatRunsOut() {
    world.recipients = rules(north(NIGHTS));
    fall("Hamburg", "shirt");
    set("Hamburg", "shoe", 0);

    world.dispatch();
    assertThat(world.reported()).containsExactly("Hamburg shoe OUT OF STOCK");

    passUntil("2026-11-22T05:59:58Z");
    assertThat(world.notifications).hasSize(1);
    passUntil("2026-11-22T06:00:00Z");
    assertThat(world.reported()).containsExactly("Hamburg shoe OUT OF STOCK", "Hamburg shirt low");
  }

  @Test
  void stockThatRunsOutInQuietHoursIsNotReportedAgainAtTheirEnd() {
    world.recipients = rules(north(NIGHTS));
    fall("Hamburg", "shirt");
    set("Hamburg", "shirt", 0);

    passUntil("2026-11-22T06:00:00Z");

    assertThat(world.reported()).containsExactly("Hamburg shirt OUT OF STOCK");
    assertThat(world.store.isAllSent()).isTrue();
  }

  @Test
  void aRuleMayLetStockThatRunsOutWaitToo() {
    world.recipients = rules(north(NIGHTS + ", 'outOfStockWaits': true"));
    set("Hamburg", "shirt", 0);

    passUntil("2026-11-22T05:59:58Z");
    assertThat(world.notifications).isEmpty();
    passUntil("2026-11-22T06:00:00Z");
    assertThat(world.reported()).containsExactly("Hamburg shirt OUT OF STOCK");
  }

  @Test
  void anAlertThatNobodyAcknowledgesIsRemindedOfAndEscalatedOnce() {
    world.recipients = rules(north(FOLLOW_UPS));
    fall("Hamburg", "shirt");
    fall("Hamburg", "shoe");
    world.dispatch();
    world.store.acknowledge(alert("Hamburg", "shoe"), world.now());

    passUntil("2026-11-21T14:00:00Z");
    assertThat(last().audience()).isEqualTo(REMINDER);
    assertThat(last().subject()).isEqualTo("Reminder: 1 item low in Hamburg");
    assertThat(last().text())
        .startsWith(
            "You were notified of 1 item 2 hours ago, and nobody has acknowledged it. If nobody"
                + " does, head@example.com will be notified.\n\nWarehouse ");

    set("Hamburg", "shirt", 3);
    passUntil("2026-11-21T16:00:00Z");
    assertThat(last().audience()).isEqualTo(ESCALATION);
    assertThat(last().subject()).isEqualTo("Not acknowledged: 1 item low in Hamburg");
    assertThat(last().text())
        .isEqualTo(
            """
            Nobody has acknowledged this alert. north@example.com was notified 4 hours ago or \
            earlier.

            Warehouse  Item   Name       Level  Threshold  State  Order            Low since
            Hamburg    shirt  Echo Plus      3         10  low    17 = 2 x 10 - 3  2026-11-21 12:00

            Rule north. Levels of 2026-11-21 16:00 (UTC).
            Acknowledge or snooze them: https://stock/#/alerts
            """);

    passUntil("2026-11-22T16:00:00Z");
    assertThat(world.notifications).hasSize(3);
    assertThat(world.store.isAllSent()).isTrue();
  }

  @Test
  void anAlertThatAProcessWithASlowClockMadeWorseIsRemindedOf() {
    world.recipients = rules(north(FOLLOW_UPS));
    fall("Hamburg", "shirt");
    world.pass(Duration.ofMinutes(-5));
    set("Hamburg", "shirt", 0);
    world.pass(Duration.ofMinutes(5));

    passUntil("2026-11-22T12:00:00Z");

    assertThat(world.notifications)
        .extracting(Notification::audience)
        .containsExactly(NORTH, REMINDER, ESCALATION);
  }

  @Test
  void anAlertThatRecoveredOrWasSnoozedIsNotEscalated() {
    world.recipients = rules(north(FOLLOW_UPS));
    fall("Hamburg", "shirt");
    fall("Hamburg", "shoe");
    world.dispatch();
    set("Hamburg", "shirt", 12);
    world.store.snooze(alert("Hamburg", "shoe"), world.now().plus(Duration.ofDays(9)));

    passUntil("2026-11-22T12:00:00Z");

    assertThat(world.notifications).hasSize(1);
    assertThat(world.store.isAllSent()).isTrue();
  }

  @Test
  void stockThatGetsWorseSoonAfterItsNoticeIsEscalatedOnce() {
    world.recipients = rules(north(FOLLOW_UPS));
    fall("Hamburg", "shirt");
    world.dispatch();
    world.pass(Duration.ofMinutes(5));
    set("Hamburg", "shirt", 0);

    passUntil("2026-11-22T12:00:00Z");

    assertThat(world.notifications)
        .extracting(Notification::audience)
        .containsExactly(NORTH, NORTH, REMINDER, ESCALATION);
    assertThat(last().subject())
        .isEqualTo("Not acknowledged: 1 item low in Hamburg (1 out of stock)");
  }

  @Test
  void anEscalationOfLowStockWaitsForTheEndOfTheQuietHours() {
    world.recipients = rules(north(FOLLOW_UPS + ", " + NIGHTS.replace("12:30", "13:30")));
    fall("Hamburg", "shirt");

    passUntil("2026-11-22T05:59:58Z");
    assertThat(world.notifications).extracting(Notification::audience).containsExactly(NORTH);
    passUntil("2026-11-22T06:00:00Z");
    assertThat(world.notifications)
        .extracting(Notification::audience)
        .containsExactlyInAnyOrder(NORTH, REMINDER, ESCALATION);
  }

  @Test
  void whatWaitsForARuleThatWasRemovedGoesToPurchasing() {
    world.recipients = rules(north(DIGESTS));
    fall("Hamburg", "shirt");
    world.recipients = RecipientRules.NONE;

    passUntil("2026-11-21T15:05:00Z");

    assertThat(world.notifications)
        .extracting(Notification::audience)
        .containsExactly(Audience.PURCHASING);
    assertThat(world.reported()).containsExactly("Hamburg shirt low");
    assertThat(world.store.isAllSent()).isTrue();
  }

  @Test
  void anAudienceThatCannotBeReachedDelaysNoOther() {
    world.recipients = rules(north(AT_ONCE), rule("south", "'warehouses': ['Munich']", AT_ONCE));
    fall("Hamburg", "shirt");
    fall("Munich", "shirt");
    world.refusals = 1;

    world.dispatch();
    assertThat(world.reported()).containsExactly("Munich shirt low");

    world.pass(Duration.ofSeconds(3));
    world.dispatch();
    assertThat(world.reported()).containsExactly("Munich shirt low", "Hamburg shirt low");
  }

  /** The mail server is down for ten minutes while stock changes all the time. */
  @Test
  void anOutageEndsWithOneNotificationForEachAudienceWithTheLevelsOfNow() {
    world.recipients = rules(north(AT_ONCE), rule("south", "'warehouses': ['Munich']", AT_ONCE));
    world.refusals = Integer.MAX_VALUE;
    for (int tick = 0; tick < 300; tick++) {
      String warehouse = List.of("Hamburg", "Munich", "Berlin").get(tick % 3);
      String item = "item" + tick % 30;
      set(warehouse, item, (tick * 7L) % 15);
      assertThat(world.record(warehouse, item).state())
          .as("stock is checked all the same")
          .isEqualTo(Stock.of((tick * 7L) % 15).state());
      world.tick();
      world.pass(TICK);
    }
    assertThat(world.notifications).isEmpty();

    world.refusals = 0;
    for (int tick = 0; tick < 300; tick++) {
      world.pass(TICK);
      world.tick();
    }

    assertThat(world.notifications)
        .extracting(n -> n.audience().id())
        .containsExactlyInAnyOrder("RULE#north#NOTICE", "RULE#south#NOTICE", "PURCHASING");
    assertThat(world.reported()).hasSize(world.store.openAlerts().size()).doesNotHaveDuplicates();
    assertThat(world.store.openAlerts()).isNotEmpty();
  }

  @Test
  void stockThatRisesAndFallsFortyTimesInTenMinutesIsTwoMailsAtMostWithRecoveriesToo() {
    for (String when : List.of(AT_ONCE, DIGESTS, NIGHTS, FOLLOW_UPS)) {
      World flapping = new World(true, HOUR);
      flapping.recipients = rules(north(when));
      for (int i = 0; i < 40; i++) {
        flapping.level("Hamburg", "shirt", 9 + i % 2);
        flapping.judge("batch" + i, hint("Hamburg", "shirt"));
        for (int tick = 0; tick < 7; tick++) {
          flapping.pass(TICK);
          flapping.tick();
        }
      }
      for (int minute = 0; minute < 100; minute++) {
        flapping.pass(Duration.ofMinutes(1));
        flapping.tick();
      }
      assertThat(flapping.notifications).as(when).hasSizeBetween(0, 2);
    }
  }

  private Notification last() {
    return world.notifications.get(world.notifications.size() - 1);
  }

  private void fall(String warehouse, String item) {
    set(warehouse, item, 9);
  }

  private void set(String warehouse, String item, long level) {
    world.level(warehouse, item, level);
    world.judge("batch", hint(warehouse, item));
  }

  private static Hint hint(String warehouse, String item) {
    return new Hint(item, Optional.of(warehouse));
  }

  private static AlertId alert(String warehouse, String item) {
    return AlertId.of(new StockKey(warehouse, item));
  }

  /** Lets time pass, with all that happens every few seconds, every minute and at the end. */
  private void passUntil(String end) {
    Instant until = Instant.parse(end);
    while (world.now().isBefore(until)) {
      world.tick();
      Duration left = Duration.between(world.now(), until);
      world.pass(left.compareTo(Duration.ofMinutes(1)) < 0 ? left : Duration.ofMinutes(1));
    }
    world.tick();
  }

  private static String north(String when) {
    return rule("north", "'warehouses': ['Hamburg*']", when);
  }

  private static String rule(String name, String about, String when) {
    return Stream.of("'name': '" + name + "', 'to': ['" + name + "@example.com']", about, when)
        .filter(part -> !part.isEmpty())
        .collect(joining(", ", "{", "}"));
  }

  private static RecipientRules rules(String... rules) {
    String json = "{'rules': [" + String.join(", ", rules) + "]}";
    try {
      return RecipientRules.parse(json.replace('\'', '"'));
    } catch (InvalidRecipientsException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
