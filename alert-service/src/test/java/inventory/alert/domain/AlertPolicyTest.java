package inventory.alert.domain;

import static inventory.alert.domain.Stock.NOW;
import static inventory.model.StockState.LOW;
import static inventory.model.StockState.OK;
import static inventory.model.StockState.OUT;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.alert.outbox.StockEvent;
import inventory.model.AlertRecord;
import inventory.model.AlertRecord.Decision;
import inventory.model.AlertRecord.Notice;
import inventory.model.AlertRecord.Snooze;
import inventory.model.StockState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertPolicyTest {

  private static final Instant LATER = NOW.plus(Duration.ofHours(1));

  private static final Decision DECISION = new Decision(NOW, "ada", "ordered 20");

  private final AlertPolicy silentRecovery =
      new AlertPolicy(new Teams(false, FilePolicy.ALL), Duration.ZERO);
  private final AlertPolicy reportedRecovery =
      new AlertPolicy(new Teams(true, FilePolicy.ALL), Duration.ZERO);

  /** The record after a sequence of levels, and the levels that were reported. */
  private record Walk(AlertRecord last, List<String> reported) {}

  @Test
  void theWalkOfTheRequirementIsReportedAtNineZeroAndTheLastNine() {
    assertThat(walk(silentRecovery, 12, 9, 8, 0, -1, 3, 11, 9).reported())
        .containsExactly("9 LOW", "0 OUT", "9 LOW");
  }

  @Test
  void withRecoveriesTheWalkIsReportedAtElevenToo() {
    assertThat(walk(reportedRecovery, 12, 9, 8, 0, -1, 3, 11, 9).reported())
        .containsExactly("9 LOW", "0 OUT", "11 OK", "9 LOW");
  }

  @Test
  void stockThatRunsOutAtOnceIsReportedOnce() {
    Walk walk = walk(silentRecovery, 12, 0);

    assertThat(walk.reported()).containsExactly("0 OUT");
    assertThat(walk.last())
        .isEqualTo(
            new AlertRecord(
                OUT,
                OUT,
                Optional.of(NOW),
                Optional.of(new Notice(OUT, NOW)),
                Optional.empty(),
                Optional.empty(),
                1,
                1));
  }

  @Test
  void stockAroundZeroIsReportedOnceAndItsStateFollows() {
    Walk walk = walk(silentRecovery, 0, 1, 0, 1, -5, 2);

    assertThat(walk.reported()).containsExactly("0 OUT");
    assertThat(walk.last().state()).isEqualTo(LOW);
    assertThat(walk.last().noticed()).isEqualTo(OUT);
    assertThat(walk.last().revision()).isEqualTo(6);
  }

  @Test
  void stockAroundTheThresholdIsReportedEachTimeItFalls() {
    assertThat(walk(silentRecovery, 9, 10, 9, 10, 9).reported())
        .containsExactly("9 LOW", "9 LOW", "9 LOW");
  }

  @Test
  void recoveryKeepsOnlyTheLastNotificationAndTheCounts() {
    Optional<Notice> notice = Optional.of(new Notice(OUT, NOW));
    AlertRecord out =
        new AlertRecord(
            OUT,
            OUT,
            Optional.of(NOW),
            notice,
            Optional.of(DECISION),
            Optional.of(new Snooze(LATER, DECISION)),
            4,
            7);

    Transition recovery = silentRecovery.decide(Stock.of(10), out, NOW).orElseThrow();

    assertThat(recovery.notifies()).isFalse();
    assertThat(recovery.after())
        .isEqualTo(
            new AlertRecord(
                OK, OK, Optional.empty(), notice, Optional.empty(), Optional.empty(), 4, 8));
  }

  @Test
  void aRecoveryFromAnUnreportedStateIsNotReported() {
    assertThat(reportedRecovery.decide(Stock.of(10), record(LOW, OK), NOW).orElseThrow().notifies())
        .isFalse();
    assertThat(
            reportedRecovery.decide(Stock.of(10), record(LOW, LOW), NOW).orElseThrow().notifies())
        .isTrue();
  }

  @Test
  void stockAtItsThresholdIsNotLow() {
    assertThat(silentRecovery.decide(Stock.of(10), AlertRecord.NONE, NOW)).isEmpty();
    assertThat(silentRecovery.decide(Stock.of(9), AlertRecord.NONE, NOW)).isPresent();
  }

  @Test
  void aThresholdOfZeroMakesStockThatRunsOutAnAlert() {
    assertThat(silentRecovery.decide(Stock.of(Stock.ALERT, 1, 0), AlertRecord.NONE, NOW)).isEmpty();

    Transition out =
        silentRecovery.decide(Stock.of(Stock.ALERT, 0, 0), AlertRecord.NONE, NOW).orElseThrow();

    assertThat(out.after().state()).isEqualTo(OUT);
    assertThat(out.notifies()).isTrue();
    assertThat(silentRecovery.decide(Stock.of(Stock.ALERT, 1, 0), out.after(), NOW))
        .map(recovery -> recovery.after().state())
        .contains(OK);
  }

  @Test
  void anItemOffTheListRaisesNoAlertAndEndsItsOpenOne() {
    assertThat(silentRecovery.decide(Stock.removed(0), AlertRecord.NONE, NOW)).isEmpty();

    Transition end = silentRecovery.decide(Stock.removed(0), record(OUT, OUT), NOW).orElseThrow();

    assertThat(end.after().state()).isEqualTo(OK);
    assertThat(end.notifies()).isFalse();
  }

  @Test
  void takingAnItemOffTheListIsNotReportedAsARecovery() {

    Transition end = reportedRecovery.decide(Stock.removed(0), record(OUT, OUT), NOW).orElseThrow();
    Transition again = reportedRecovery.decide(Stock.of(4), end.after(), LATER).orElseThrow();

    assertThat(end.after().state()).isEqualTo(OK);
    assertThat(end.notifies()).isFalse();
    assertThat(again.after().state()).isEqualTo(LOW);
    assertThat(again.notifies()).isTrue();
  }

  @Test
  void sinceIsTheTimeWhenStockFellBelowTheThreshold() {
    AlertRecord low = judge(AlertRecord.NONE, 5);

    AlertRecord out = silentRecovery.decide(Stock.of(0), low, LATER).orElseThrow().after();

    assertThat(low.since()).contains(NOW);
    assertThat(out.since()).contains(NOW);
  }

  @Test
  void anAcknowledgementEndsWithAWorseStateOrRecoveryAndSurvivesABetterState() {
    assertThat(judge(acknowledged(LOW), 0).acknowledged()).isEmpty();
    assertThat(judge(acknowledged(LOW), 10).acknowledged()).isEmpty();
    assertThat(judge(acknowledged(OUT), 3).acknowledged()).contains(DECISION);
  }

  @Test
  void anAcknowledgementCoversAWorseStateThatWasReportedBefore() {
    AlertRecord better = record(LOW, OUT).acknowledge(DECISION);

    // Nobody is notified again, so nobody would be reminded.
    assertThat(judge(better, 0).notifications()).isEqualTo(better.notifications());
    assertThat(judge(better, 0).acknowledged()).contains(DECISION);
  }

  @Test
  void aTransitionReportsTheReachedStateWithItsNumbers() {
    Transition out = silentRecovery.decide(Stock.of(-2), record(LOW, LOW), NOW).orElseThrow();

    assertThat(out.event()).isEqualTo(new StockEvent(Stock.ALERT, OUT, 2));
    assertThat(out.deliveries().get(0).due()).isEqualTo(NOW);
  }

  @Test
  void stockThatRisesAndFallsIsReportedOnceAnHour() {
    AlertPolicy limited = new AlertPolicy(new Teams(false, FilePolicy.ALL), Duration.ofHours(1));
    AlertRecord record = AlertRecord.NONE;
    List<Instant> due = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Instant at = NOW.plus(Duration.ofMinutes(10L * i));
      record = limited.decide(Stock.of(9), record, at).orElseThrow().after();
      due.add(record.lastNotice().orElseThrow().due());
      record = limited.decide(Stock.of(10), record, at).orElseThrow().after();
    }

    assertThat(due.stream().distinct()).containsExactly(NOW, LATER, NOW.plus(Duration.ofHours(2)));
  }

  @Test
  void stockThatRunsOutIsReportedAtOnceWhenOnlyLowWasReported() {
    AlertPolicy limited = new AlertPolicy(new Teams(false, FilePolicy.ALL), Duration.ofHours(1));
    AlertRecord low = limited.decide(Stock.of(9), AlertRecord.NONE, NOW).orElseThrow().after();

    Transition out = limited.decide(Stock.of(0), low, NOW.plusSeconds(1)).orElseThrow();
    AlertRecord ok = limited.decide(Stock.of(10), out.after(), NOW).orElseThrow().after();
    Transition again = limited.decide(Stock.of(0), ok, NOW.plusSeconds(2)).orElseThrow();

    assertThat(out.deliveries().get(0).due()).isEqualTo(NOW.plusSeconds(1));
    assertThat(again.deliveries().get(0).due()).isEqualTo(LATER.plusSeconds(1));
  }

  private AlertRecord judge(AlertRecord before, long level) {
    return silentRecovery.decide(Stock.of(level), before, NOW).orElseThrow().after();
  }

  private static Walk walk(AlertPolicy policy, long... levels) {
    AlertRecord record = AlertRecord.NONE;
    List<String> reported = new ArrayList<>();
    for (long level : levels) {
      Optional<Transition> transition = policy.decide(Stock.of(level), record, NOW);
      if (transition.isPresent() && transition.get().notifies()) {
        reported.add(level + " " + transition.get().after().state());
      }
      record = transition.map(Transition::after).orElse(record);
    }
    return new Walk(record, reported);
  }

  private static AlertRecord record(StockState state, StockState noticed) {
    return new AlertRecord(
        state,
        noticed,
        Optional.of(NOW),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1,
        1);
  }

  private static AlertRecord acknowledged(StockState state) {
    return record(state, state).acknowledge(DECISION);
  }
}
