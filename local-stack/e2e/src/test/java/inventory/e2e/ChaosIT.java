package inventory.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.chaos.Fault;
import inventory.launcher.verify.ReportingClient;
import inventory.stack.ManagedProcess;
import inventory.stack.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Whatever AWS does to messages and calls, and wherever services are killed, levels, files,
 * counters and alerts are exact. Without one of two safety measures they are not.
 */
@Tag("full")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChaosIT {

  private static final int SEEDS = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofMillis(100);

  /** Which service is killed in a round, by the seed; null for none. */
  private static final Service[] KILLED = {null, Service.INGEST, Service.ALERT, Service.THRESHOLD};

  private static ChaosSystem system;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    system = new ChaosSystem();
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @AfterEach
  void strengthen() {
    system.weaken(UnaryOperator.identity());
  }

  private static ReportingClient reports() {
    return system.services().reports();
  }

  @Order(1)
  @Test
  void levelsFilesCountersAndAlertsAreExactUnderEachSeed() throws Exception {
    List<ChaosRound> rounds = new ArrayList<>();
    int kills = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      ChaosRound round = begin(seed);
      rounds.add(round);
      Service killed = KILLED[seed % KILLED.length];
      if (killed != null) {
        system.crash(killed);
        kills += killed == Service.ALERT ? 1 : 0;
      }
      // The next seed finds the services at work.
      await("files of seed " + seed)
          .atMost(PATIENCE)
          .pollInterval(POLL)
          .until(() -> round.finished(reports()) >= 3);
    }
    awaitQuiet();
    system.chaos().calm();

    for (ChaosRound round : rounds) {
      round.assertExact(reports());
    }
    awaitCounters(rounds);
    assertTold(rounds, kills);
    assertThat(system.inbox().allDeadLetters()).as("dead letters").isZero();
    assertThat(system.chaos().counts()).containsOnlyKeys(Fault.values());
  }

  private static ChaosRound begin(long seed) {
    system.chaos().begin(seed, Fault.usualRates());
    ChaosRound round = new ChaosRound(seed);
    round.drop(system.inbox());
    return round;
  }

  private static void awaitQuiet() throws InterruptedException {
    for (Service service : List.of(Service.INGEST, Service.THRESHOLD, Service.ALERT)) {
      ManagedProcess process = system.services().process(service);
      process.awaitReady();
    }
    system.inbox().awaitAllEmpty();
  }

  /** They follow the stream of the table, and lag by moments. */
  private static void awaitCounters(List<ChaosRound> rounds) {
    List<ReportingClient.Warehouse> expected =
        rounds.stream().map(ChaosRound::counters).flatMap(Collection::stream).toList();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(reports().counters()).containsExactlyInAnyOrderElementsOf(expected));
  }

  /** Each kill between an e-mail and its record may send one e-mail again. */
  private static void assertTold(List<ChaosRound> rounds, int kills) {
    Map<String, Long> told = told();
    for (ChaosRound round : rounds) {
      for (String item : round.lowItems()) {
        assertThat(told.getOrDefault(item, 0L)).as(item).isBetween(1L, 1L + kills);
      }
    }
    long repeated = told.values().stream().filter(times -> times > 1).count();
    assertThat(repeated).as("items that were told twice").isLessThanOrEqualTo(4L * kills);
  }

  /** How often each item was in an e-mail to purchasing. */
  private static Map<String, Long> told() {
    return system.alarms().letters().stream()
        .flatMap(letter -> letter.body().lines())
        .map(line -> line.strip().replaceAll(" +", " "))
        .filter(line -> line.startsWith("Chaos "))
        .map(line -> line.replaceFirst("^(Chaos \\S+ low \\S+) .*", "$1"))
        .collect(Collectors.groupingBy(item -> item, Collectors.counting()));
  }

  @Order(2)
  @Test
  void withoutTheMarkInTheLevelAMovementCountsTwice() throws Exception {
    system.weaken(write -> write.replace("\"~", "\"unmarked-"));

    assertFails(
        seed -> {
          ChaosRound round = begin(100 + seed);
          awaitQuiet();
          return !Verdict.isExact(reports(), round.facts());
        });
  }

  @Order(3)
  @Test
  void withoutTheClaimOfAnAudienceAnAlertIsToldTwice() throws Exception {
    system.weaken(
        write ->
            write.contains("\"OUTBOX#")
                ? write.replace("#heldUntil < :now", "(#heldUntil < :now OR #heldUntil >= :now)")
                : write);

    assertFails(
        seed -> {
          begin(200 + seed);
          awaitQuiet();
          String warehouse = "Chaos " + (200 + seed) + " low";
          return told().entrySet().stream()
              .anyMatch(told -> told.getKey().startsWith(warehouse) && told.getValue() > 1);
        });
  }

  /** Whether something is wrong after the round of a seed. */
  @FunctionalInterface
  private interface Violation {
    boolean happensUnder(int seed) throws Exception;
  }

  private static void assertFails(Violation violation) throws Exception {
    int seed = 1;
    while (seed <= SEEDS && !violation.happensUnder(seed)) {
      seed++;
    }
    assertThat(seed).as("the first seed that finds it").isLessThanOrEqualTo(SEEDS);
  }
}
