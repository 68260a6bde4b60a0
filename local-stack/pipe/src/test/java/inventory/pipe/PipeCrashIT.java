package inventory.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.model.resource.Queues;
import inventory.stack.ManagedProcess;
import inventory.stack.Ports;
import inventory.stack.aws.AwsClients;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.EmbeddedStream;
import inventory.testkit.Resources;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
class PipeCrashIT {

  private static final int SHARDS = 3;
  private static final int TERMINATED = 143;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;

  private Resources resources;
  private Arrivals arrivals;
  private ManagedProcess pipe;

  @BeforeAll
  static void requireNode() throws InterruptedException {
    EmbeddedStream.whyMissing().ifPresent(Assumptions::abort);
  }

  @BeforeEach
  void create() {
    resources = EmbeddedAws.newResources();
    arrivals = new Arrivals(resources.sqs(), resources.queueUrl(resources.queue(Queues.EVENTS)));
  }

  @AfterEach
  void end() {
    if (pipe != null) {
      pipe.kill();
    }
    resources.close();
  }

  @Test
  void killedAtAnyMomentItLosesNothingAndEndedItRepeatsNothing() throws Exception {
    Random random = new Random(5);
    List<String> keys = Producer.keys("killed", 20);
    try (EmbeddedStream stream = EmbeddedStream.create(resources, SHARDS)) {
      Producer producer = new Producer(stream);
      for (int round = 0; round < 3; round++) {
        producer.put(keys, round * 20, round * 20 + 20);
        start(stream.pipe(folder));
        arrivals.await(round * 20 * 20 + 1 + random.nextInt(200));
        pipe.kill();
      }
      start(stream.pipe(folder));
      arrivals.await(20 * 60);
      pipe.stop();
      assertThat(pipe.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(pipe.process().exitValue()).isEqualTo(TERMINATED);
      producer.put(keys, 60, 61);
      start(stream.pipe(folder));
      arrivals.await(20 * 61);
      assertThat(log())
          .contains("Delivering shardId-000000000000 after record 4")
          .doesNotContain("from its oldest record");
    }
    assertThat(arrivals.textsByKey()).isEqualTo(Arrivals.numbered(keys, 61));
  }

  @Test
  @SuppressWarnings("try") // The pipe runs until the block ends.
  void recordsAreSentLaterIfTheQueueIsAway() throws Exception {
    List<String> keys = Producer.keys("later", 10);
    try (EmbeddedStream stream = EmbeddedStream.create(resources, SHARDS);
        Gate gate = new Gate(URI.create(stream.environment().get("AWS_ENDPOINT_URL_SQS")));
        AwsClients gated = clients(gate);
        LogLines log = new LogLines();
        RunningPipe running =
            RunningPipe.start(stream, RunningPipe.queue(gated.sqs(), resources), folder)) {
      Producer producer = new Producer(stream);
      producer.put(keys, 0, 5);
      arrivals.await(10 * 5);
      gate.shut();
      producer.put(keys, 5, 10);
      await().atMost(PATIENCE).until(() -> log.text().contains("Attempt 3 failed"));
      gate.open();
      arrivals.await(10 * 10);
    }
    assertThat(arrivals.textsByKey()).isEqualTo(Arrivals.numbered(keys, 10));
  }

  @Test
  @SuppressWarnings("try") // The pipe runs until the block ends.
  void aStreamThatForgotItsLastRecordsIsDeliveredFromItsBeginning() throws Exception {
    int port = Ports.free(1).get(0);
    ManagedProcess kinesis =
        new ManagedProcess(
            EmbeddedStream.kinesis(port, Optional.of(folder.resolve("kinesis"))), folder);
    kinesis.start();
    kinesis.awaitReady();
    try (EmbeddedStream stream = EmbeddedStream.create(resources, port, 1)) {
      Producer producer = new Producer(stream);
      producer.put(List.of("a"), 0, 1);
      awaitPersisted(stream.name());
      // From here on nothing is kept: as if it died before it next wrote.
      Path copy = Files.copy(data(), folder.resolve("copy.json"));
      try (LogLines log = new LogLines();
          RunningPipe running = RunningPipe.start(stream, resources, folder)) {
        producer.put(List.of("a"), 1, 2);
        arrivals.await(2);
        kinesis.kill();
        Files.copy(copy, data(), StandardCopyOption.REPLACE_EXISTING);
        kinesis.start();
        kinesis.awaitReady();
        producer.put(List.of("a"), 2, 3);
        arrivals.await(3);
        assertThat(log.text())
            .contains("shardId-000000000000 does not have record", "Starting at its oldest record");
      }
      assertThat(arrivals.textsByKey()).isEqualTo(Map.of("a", List.of("0", "1", "2")));
    } finally {
      kinesis.kill();
    }
  }

  private AwsClients clients(Gate gate) {
    Map<String, String> environment = resources.environment();
    environment.put("AWS_ENDPOINT_URL_SQS", gate.url().toString());
    return AwsClients.of(environment);
  }

  private Path data() {
    return folder.resolve("kinesis/kinesis-data.json");
  }

  private void awaitPersisted(String stream) {
    await()
        .atMost(PATIENCE)
        .until(() -> Files.readString(data()), data -> data.contains("\"" + dataOf("0") + "\""));
    assertThat(data()).content().contains(stream);
  }

  private static String dataOf(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private void start(ManagedProcess program) throws IOException, InterruptedException {
    pipe = program;
    program.start();
    program.awaitReady();
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("pipe.log"));
  }
}
