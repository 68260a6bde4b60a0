package inventory.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.local.EmbeddedAws;
import inventory.local.EmbeddedStream;
import inventory.local.Resources;
import inventory.local.process.Installation;
import inventory.local.process.PipeProcess;
import inventory.model.resource.Queues;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

class PipeIT {

  private static final int SHARDS = 4;
  private static final int TERMINATED = 143;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;

  private Resources resources;
  private EmbeddedStream stream;
  private Producer producer;
  private Arrivals arrivals;
  private Process pipe;

  @BeforeAll
  static void requireNode() throws InterruptedException {
    EmbeddedStream.whyMissing().ifPresent(Assumptions::abort);
  }

  @BeforeEach
  void create() throws InterruptedException {
    resources = EmbeddedAws.newResources();
    stream = EmbeddedStream.create(resources, SHARDS);
    producer = new Producer(stream);
    arrivals = arrivals(Queues.EVENTS);
  }

  @AfterEach
  void end() throws InterruptedException {
    if (pipe != null) {
      kill();
    }
    if (stream != null) {
      stream.close();
      resources.close();
    }
  }

  @Test
  void theRecordsOfEachKeyArriveInTheirOrder() throws Exception {
    List<String> keys = Producer.keys(40);
    producer.put(keys, 0, 10);
    start();
    producer.put(keys, 10, 20);
    arrivals.await(40 * 20);
    assertThat(arrivals.textsByKey()).isEqualTo(numbered(keys, 20));
    assertThat(shardsOf(arrivals)).isEqualTo(SHARDS);
  }

  @Test
  void aMessageIsWhatTheManagedPipeSends() throws Exception {
    Instant before = Instant.now().minusSeconds(1);
    String id = producer.put("a product", "{\"quantity\":1}");
    start();
    Message message = arrivals.await(1).messages().get(0);
    JsonNode body = Arrivals.json(message.body());
    assertThat(body.get("eventID").textValue()).isEqualTo(id);
    assertThat(body.get("sequenceNumber").textValue()).isEqualTo(id.split(":", -1)[1]);
    assertThat(body.get("partitionKey").textValue()).isEqualTo("a product");
    assertThat(body.get("data").textValue()).isEqualTo("eyJxdWFudGl0eSI6MX0=");
    assertThat(body.get("approximateArrivalTimestamp").doubleValue())
        .isBetween(before.getEpochSecond() + 0.0, Instant.now().getEpochSecond() + 1.0);
    assertThat(body.get("eventSourceARN").textValue())
        .isEqualTo("arn:aws:kinesis:eu-central-1:000000000000:stream/" + stream.name());
    assertThat(body.get("awsRegion").textValue()).isEqualTo("eu-central-1");
    assertThat(message.attributes())
        .containsEntry(MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID, id)
        .containsEntry(
            MessageSystemAttributeName.MESSAGE_GROUP_ID,
            "7e5fbeee5ff84dff41a54540bd9368f0466b4dd8d5330b2e732d1e4ff159c8b5");
  }

  @Test
  void killedAgainAndAgainItLosesNothing() throws Exception {
    Random random = new Random(5);
    List<String> keys = Producer.keys(30);
    int arrived = 0;
    for (int round = 0; round < 4; round++) {
      producer.put(keys, round * 20, round * 20 + 20);
      start();
      arrived += 1 + random.nextInt(500);
      arrivals.await(Math.min(arrived, 30 * 20 * (round + 1)));
      kill();
    }
    start();
    arrivals.await(30 * 80);
    assertThat(arrivals.textsByKey()).isEqualTo(numbered(keys, 80));
  }

  @Test
  void toldToEndItGoesOnWhereItWasAndRepeatsNothing() throws Exception {
    List<String> keys = Producer.keys(40);
    start();
    producer.put(keys, 0, 5);
    arrivals.await(40 * 5);
    pipe.destroy();
    assertThat(pipe.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(pipe.exitValue()).isEqualTo(TERMINATED);
    int end = log().length();
    producer.put(keys, 5, 10);
    start();
    arrivals.await(40 * 10);
    assertThat(arrivals.textsByKey()).isEqualTo(numbered(keys, 10));
    assertThat(log().substring(end))
        .contains("Delivering shardId-000000000000 after the record 4")
        .doesNotContain("from its oldest record");
  }

  @Test
  void aShardThatIsSplitIsDeliveredBeforeItsParts() throws Exception {
    List<String> keys = Producer.keys(40);
    start();
    producer.put(keys, 0, 10);
    split(stream.kinesis().listShards(r -> r.streamName(stream.name())).shards().get(0));
    producer.put(keys, 10, 20);
    arrivals.await(40 * 20);
    assertThat(arrivals.textsByKey()).isEqualTo(numbered(keys, 20));
    assertThat(shardsOf(arrivals)).isEqualTo(SHARDS + 2);
  }

  @Test
  void aRecordThatNoMessageCanHoldIsPutAsideAndTheNextArrive() throws Exception {
    String before = producer.put("a", "before");
    String tooLarge = producer.put("a", "x".repeat(300_000));
    String after = producer.put("a", "after");
    start();
    arrivals.await(2);
    assertThat(arrivals.textsByKey()).containsExactly(Map.entry("a", List.of("before", "after")));
    assertThat(before).isLessThan(after);
    Arrivals undelivered = arrivals(Queues.EVENTS_UNDELIVERED).await(1);
    JsonNode notice = Arrivals.json(undelivered.messages().get(0).body());
    assertThat(notice.at("/context/condition").textValue()).isEqualTo("RecordTooLarge");
    JsonNode batch = notice.get("KinesisBatchInfo");
    assertThat(
            batch.get("shardId").textValue() + ":" + batch.get("startSequenceNumber").textValue())
        .isEqualTo(tooLarge);
    assertThat(batch.get("endSequenceNumber")).isEqualTo(batch.get("startSequenceNumber"));
    assertThat(batch.get("batchSize").intValue()).isEqualTo(1);
    assertThat(batch.get("streamArn").textValue()).endsWith(":stream/" + stream.name());
  }

  @Test
  void whatCannotBeSentNowIsSentLater() throws Exception {
    List<String> keys = Producer.keys(10);
    Map<String, String> environment = stream.environment();
    try (Gate gate = new Gate(URI.create(environment.get("AWS_ENDPOINT_URL_SQS")))) {
      environment.put("AWS_ENDPOINT_URL_SQS", gate.url().toString());
      start(
          new PipeProcess(
              Installation.find(), environment, folder.resolve("checkpoint.json"), folder));
      producer.put(keys, 0, 5);
      arrivals.await(50);
      gate.shut();
      producer.put(keys, 5, 10);
      await().atMost(PATIENCE).until(() -> log().contains("attempt 3"));
      gate.open();
      arrivals.await(100);
    }
    assertThat(arrivals.textsByKey()).isEqualTo(numbered(keys, 10));
  }

  private void start() throws Exception {
    start(stream.pipe(folder));
  }

  private void start(PipeProcess program) throws IOException, InterruptedException {
    pipe = program.start();
    program.awaitReady(pipe);
  }

  private void kill() throws InterruptedException {
    pipe.destroyForcibly();
    assertThat(pipe.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  private void split(Shard shard) {
    var range = shard.hashKeyRange();
    String middle =
        new BigInteger(range.endingHashKey())
            .add(new BigInteger(range.startingHashKey()))
            .shiftRight(1)
            .toString();
    stream
        .kinesis()
        .splitShard(
            r ->
                r.streamName(stream.name())
                    .shardToSplit(shard.shardId())
                    .newStartingHashKey(middle));
    stream.kinesis().waiter().waitUntilStreamExists(r -> r.streamName(stream.name()));
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("pipe.log"));
  }

  private Arrivals arrivals(String queue) {
    return new Arrivals(resources.sqs(), resources.queueUrl(resources.queue(queue)));
  }

  private static long shardsOf(Arrivals arrivals) {
    return arrivals.messages().stream()
        .map(message -> Arrivals.json(message.body()).get("eventID").textValue().split(":", -1)[0])
        .distinct()
        .count();
  }

  private static Map<String, List<String>> numbered(List<String> keys, int count) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    List<String> numbers = IntStream.range(0, count).mapToObj(String::valueOf).toList();
    keys.forEach(key -> all.put(key, numbers));
    return all;
  }
}
