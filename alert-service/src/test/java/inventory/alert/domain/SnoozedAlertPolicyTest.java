package inventory.alert.domain;

import static inventory.alert.domain.Stock.NOW;
import static inventory.model.StockState.LOW;
import static inventory.model.StockState.OK;
import static inventory.model.StockState.OUT;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.AlertRecord;
import inventory.model.AlertRecord.Decision;
import inventory.model.AlertRecord.Notice;
import inventory.model.AlertRecord.Snooze;
import inventory.model.StockState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The effect of a snooze on the rule: silence about what purchasing knows, until the snooze ends or
 * stock recovers.
 */
class SnoozedAlertPolicyTest {

  private static final Instant UNTIL = NOW.plus(Duration.ofHours(1));
  private static final Decision DECISION = new Decision(NOW, "ada", "a delivery is due");

  private final AlertPolicy policy =
      new AlertPolicy(new Teams(true, FilePolicy.ALL), Duration.ofHours(1));

  @Test
  void outOfStockBreaksASnoozeOfLowStock() {
    Transition worse = policy.decide(Stock.of(0), snoozed(LOW), NOW).orElseThrow();

    assertThat(worse.notifies()).isTrue();
    assertThat(worse.deliveries().get(0).due()).isEqualTo(NOW);
    assertThat(worse.after().snooze()).isEmpty();
    assertThat(worse.after().noticed()).isEqualTo(OUT);
  }

  @Test
  void aSnoozeOfStockThatIsOutStaysWhileItIsLowAndOutAgain() {
    AlertRecord low = policy.decide(Stock.of(3), snoozed(OUT), NOW).orElseThrow().after();
    Transition out = policy.decide(Stock.of(0), low, NOW).orElseThrow();

    assertThat(out.notifies()).isFalse();
    assertThat(out.after().snoozedUntil()).contains(UNTIL);
    assertThat(out.after().snooze().orElseThrow().decision()).isEqualTo(DECISION);
  }

  @Test
  void aRecoveryEndsTheSnoozeAndIsNotReported() {
    Transition recovery = policy.decide(Stock.of(11), snoozed(LOW), NOW).orElseThrow();

    assertThat(recovery.notifies()).isFalse();
    assertThat(recovery.after().state()).isEqualTo(OK);
    assertThat(recovery.after().snooze()).isEmpty();
  }

  @Test
  void theNextShortageAfterARecoveryIsReported() {
    AlertRecord recovered = policy.decide(Stock.of(11), snoozed(LOW), NOW).orElseThrow().after();

    Transition again = policy.decide(Stock.of(9), recovered, NOW).orElseThrow();

    assertThat(again.notifies()).isTrue();
  }

  @Test
  void theEndOfASnoozeReportsStockThatIsStillLowAtOnce() {
    Transition awakened = policy.endSnooze(Stock.of(9), snoozed(LOW), UNTIL);

    assertThat(awakened.notifies()).isTrue();
    assertThat(awakened.deliveries().get(0).due()).isEqualTo(UNTIL);
    assertThat(awakened.after().noticed()).isEqualTo(LOW);
    assertThat(awakened.after().snooze()).isEmpty();
    assertThat(awakened.after().since()).contains(NOW);
  }

  @Test
  void theEndOfASnoozeReportsABetterStateAsItIs() {
    Transition awakened = policy.endSnooze(Stock.of(3), snoozed(OUT), UNTIL);

    assertThat(awakened.notifies()).isTrue();
    assertThat(awakened.event().state()).isEqualTo(LOW);
    assertThat(awakened.after().noticed()).isEqualTo(LOW);
  }

  @Test
  void theEndOfASnoozeOfStockThatHasRecoveredIsSilent() {
    Transition awakened = policy.endSnooze(Stock.of(10), snoozed(LOW), UNTIL);

    assertThat(awakened.notifies()).isFalse();
    assertThat(awakened.after().snooze()).isEmpty();
    assertThat(awakened.after().state()).isEqualTo(OK);
  }

  private static AlertRecord snoozed(StockState state) {
    return new AlertRecord(
        state,
        state,
        Optional.of(NOW),
        Optional.of(new Notice(state, NOW)),
        Optional.empty(),
        Optional.of(new Snooze(UNTIL, DECISION)),
        1,
        1);
  }
}
