package inventory.e2e;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.chaos.AwsProxy;
import inventory.chaos.Call;
import inventory.stack.Service;
import inventory.stack.aws.AwsVariables;
import inventory.testkit.EmbeddedAws;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.http.ConnectionClosedException;
import org.apache.http.HttpResponse;
import org.apache.http.HttpVersion;
import org.apache.http.message.BasicHttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every program ends within 30 s of SIGTERM, after which ECS and {@code ./inventory} kill it, in
 * the middle of its work and whatever its AWS does.
 */
@Tag("full")
class ShutdownIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int FILES = 40;
  private static final int ROWS = 100;

  private final List<AwsProxy> proxies = new ArrayList<>();
  private final AtomicInteger refused = new AtomicInteger();
  private volatile boolean isRefusing;

  /** What AWS does while the programs end. */
  private enum Aws {
    ANSWERING,
    REFUSING,
    GONE
  }

  @ParameterizedTest
  @EnumSource(Aws.class)
  void everyProgramEndsSoonAfterTheSignal(Aws aws) throws Exception {
    String name = "shutdown-" + aws;
    try (Deployment system = new Deployment(name, List.of(Service.values()), settings())) {
      Inbox inbox = new Inbox(system.resources());
      drop(inbox, "Checked", 5);
      inbox.awaitEmpty();
      Map<String, String> slowly = Map.of("INVENTORY_CHECK_DURATION", "20ms");
      RunningWorker worker = new RunningWorker(system, aws.name(), slowly);
      await().atMost(PATIENCE).until(() -> !worker.journal().isEmpty());
      drop(inbox, "Begun", FILES);
      disturb(aws);

      assertThat(secondsToEnd(system, worker))
          .as("seconds after SIGTERM while AWS is " + aws)
          .hasSize(Service.values().length + 1)
          .allSatisfy((program, seconds) -> assertThat(seconds).isLessThan(LIMIT.toSeconds()));
    } finally {
      proxies.forEach(AwsProxy::close);
    }
  }

  private Map<String, String> settings() throws IOException {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String service : List.of(AwsVariables.S3, AwsVariables.SQS, AwsVariables.DYNAMODB)) {
      String variable = AwsVariables.endpointOf(service);
      URI endpoint = URI.create(EmbeddedAws.environment().get(variable));
      proxies.add(new AwsProxy(endpoint, this::answer));
      settings.put(variable, proxies.get(proxies.size() - 1).url());
    }
    return settings;
  }

  private HttpResponse answer(Call call) throws IOException {
    if (isRefusing) {
      if (refused.incrementAndGet() % 2 == 0) {
        return new BasicHttpResponse(HttpVersion.HTTP_1_1, 503, null);
      }
      throw new ConnectionClosedException("refused");
    }
    return call.forward();
  }

  private static void drop(Inbox inbox, String warehouse, int files) {
    Instant time = Instant.parse("2026-11-20T10:00:00Z");
    for (int i = 0; i < files; i++) {
      int file = i;
      List<Fact> facts =
          IntStream.range(0, ROWS)
              .mapToObj(row -> Fact.change(warehouse, "item-" + row, time.plusSeconds(file), 1))
              .toList();
      inbox.drop(InventoryFile.changes("%s-%d.csv".formatted(warehouse, i), Dialect.PLAIN, facts));
    }
  }

  private void disturb(Aws aws) {
    switch (aws) {
      case ANSWERING -> {}
      case REFUSING -> {
        isRefusing = true;
        await().atMost(PATIENCE).until(() -> refused.get() > Service.values().length);
      }
      case GONE -> proxies.forEach(AwsProxy::close);
    }
  }

  private static Map<String, Long> secondsToEnd(Deployment system, RunningWorker worker) {
    Map<String, Process> programs = new TreeMap<>();
    Stream.of(Service.values())
        .forEach(service -> programs.put(service.module(), system.process(service).process()));
    programs.put("validation-worker", worker.process());
    Instant begin = Instant.now();
    Map<String, CompletableFuture<Long>> ends = new TreeMap<>();
    programs.forEach(
        (name, process) ->
            ends.put(
                name,
                process
                    .onExit()
                    .thenApply(ended -> Duration.between(begin, Instant.now()).toSeconds())
                    .completeOnTimeout(2 * LIMIT.toSeconds(), 2 * LIMIT.toSeconds(), SECONDS)));
    programs.values().forEach(Process::destroy);
    Map<String, Long> seconds = new TreeMap<>();
    ends.forEach((name, end) -> seconds.put(name, end.join()));
    return seconds;
  }
}
