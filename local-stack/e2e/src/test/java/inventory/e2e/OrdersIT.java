package inventory.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.stack.Service;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Levels depend on the facts, never on the order of delivery (requirement I4). */
@Tag("long")
class OrdersIT {

  private static final long SEED = 20_261_121;

  private static Deployment system;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    system = new Deployment("orders", List.of(Service.INGEST, Service.REPORTING), Map.of());
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  static IntStream orders() {
    return IntStream.rangeClosed(1, Scale.ORDERS);
  }

  @ParameterizedTest
  @MethodSource("orders")
  void anyOrderOfDeliveryWithRepeatsGivesTheLevelsOfTheOracle(int order)
      throws InterruptedException {
    Workload load = new Workload(SEED, "Order " + order);
    Inbox inbox = new Inbox(system.resources());

    inbox.announce(Shuffle.withRepeats(inbox.upload(load.deliveries()), new Random(order)));
    inbox.awaitEmpty();

    Verdict.assertLevels(system.reports(), load.facts());
    Verdict.assertFinished(system.reports(), load);
    assertThat(inbox.deadLetters()).isZero();
  }
}
