package inventory.alert.domain;

import static inventory.alert.domain.Stock.NOW;
import static inventory.model.StockState.LOW;
import static inventory.model.StockState.OK;
import static inventory.model.StockState.OUT;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.StockState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The effect of a snooze on the rule: silence until it ends, then one notification if stock is
 * still low.
 */
class SnoozedAlertPolicyTest {

  private static final Instant UNTIL = NOW.plus(Duration.ofHours(1));

  private final AlertPolicy policy = new AlertPolicy(true);

  @Test
  void duringASnoozeTheStateFollowsSilently() {
    Transition worse = policy.decide(Stock.of(0), snoozed(LOW), NOW).orElseThrow();

    assertThat(worse.notifies()).isFalse();
    assertThat(worse.after())
        .isEqualTo(
            new AlertRecord(
                OUT, LOW, Optional.of(NOW), Optional.empty(), Optional.of(UNTIL), 1, 2));
  }

  @Test
  void aRecoveryDuringASnoozeIsNotReportedAndKeepsTheSnooze() {
    Transition recovery = policy.decide(Stock.of(11), snoozed(LOW), NOW).orElseThrow();

    assertThat(recovery.notifies()).isFalse();
    assertThat(recovery.after().state()).isEqualTo(OK);
    assertThat(recovery.after().snoozedUntil()).contains(UNTIL);
  }

  @Test
  void fallingAgainDuringASnoozeIsNotReported() {
    AlertRecord recovered = policy.decide(Stock.of(11), snoozed(LOW), NOW).orElseThrow().after();

    Transition again = policy.decide(Stock.of(9), recovered, NOW).orElseThrow();

    assertThat(again.notifies()).isFalse();
    assertThat(again.after().state()).isEqualTo(LOW);
    assertThat(again.after().noticed()).isEqualTo(OK);
  }

  @Test
  void aSnoozeLastsUntilItsEnd() {
    assertThat(snoozed(LOW).isSnoozed(UNTIL.minusNanos(1))).isTrue();
    assertThat(snoozed(LOW).isSnoozed(UNTIL)).isFalse();
  }

  @Test
  void aChangeAfterTheEndOfASnoozeEndsItAndIsReported() {
    Transition later = policy.decide(Stock.of(0), snoozed(LOW), UNTIL).orElseThrow();

    assertThat(later.notifies()).isTrue();
    assertThat(later.after())
        .isEqualTo(
            new AlertRecord(OUT, OUT, Optional.of(NOW), Optional.empty(), Optional.empty(), 2, 2));
  }

  @Test
  void aBetterStateIsReportedAfterASnoozeIfStockIsStillLow() {
    Transition better = policy.decide(Stock.of(3), snoozed(OUT), UNTIL).orElseThrow();

    assertThat(better.notifies()).isTrue();
    assertThat(better.after().noticed()).isEqualTo(LOW);
  }

  @Test
  void theEndOfASnoozeReportsStockThatIsStillLow() {
    Transition awakened = policy.endSnooze(Stock.of(9), snoozed(LOW), UNTIL);

    assertThat(awakened.notifies()).isTrue();
    assertThat(awakened.after())
        .isEqualTo(
            new AlertRecord(LOW, LOW, Optional.of(NOW), Optional.empty(), Optional.empty(), 2, 2));
  }

  @Test
  void theEndOfASnoozeOfRecoveredStockIsSilent() {
    Transition awakened = policy.endSnooze(Stock.of(10), snoozed(OK), UNTIL);

    assertThat(awakened.notifies()).isFalse();
    assertThat(awakened.after().snoozedUntil()).isEmpty();
    assertThat(awakened.after().state()).isEqualTo(OK);
  }

  private static AlertRecord snoozed(StockState state) {
    return new AlertRecord(
        state,
        state,
        state == OK ? Optional.empty() : Optional.of(NOW),
        Optional.empty(),
        Optional.of(UNTIL),
        1,
        1);
  }
}
