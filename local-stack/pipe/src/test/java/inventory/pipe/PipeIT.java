package inventory.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.model.resource.Queues;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.EmbeddedStream;
import inventory.testkit.Resources;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

@Tag("full")
class PipeIT {

  private static final int SHARDS = 4;

  @TempDir private static Path folder;

  private static Resources resources;
  private static EmbeddedStream stream;
  private static Producer producer;
  private static RunningPipe pipe;

  private Arrivals arrivals;

  @BeforeAll
  static void start() throws InterruptedException {
    EmbeddedStream.whyMissing().ifPresent(Assumptions::abort);
    resources = EmbeddedAws.newResources();
    stream = EmbeddedStream.create(resources, SHARDS);
    producer = new Producer(stream);
    pipe = RunningPipe.start(stream, resources, folder);
  }

  @AfterAll
  static void end() throws InterruptedException {
    if (pipe != null) {
      pipe.close();
      stream.close();
      resources.close();
    }
  }

  @BeforeEach
  void create() {
    arrivals = arrivals(Queues.EVENTS);
  }

  @Test
  void theRecordsOfEachKeyArriveInOrder() {
    List<String> keys = Producer.keys("ordered", 40);
    producer.put(keys, 0, 10);
    arrivals.await(40 * 10);
    assertThat(arrivals.textsByKey()).isEqualTo(Arrivals.numbered(keys, 10));
    assertThat(arrivals.shards()).hasSizeGreaterThanOrEqualTo(SHARDS);
  }

  @Test
  void aMessageIsThatOfTheManagedPipe() {
    Instant before = Instant.now().minusSeconds(1);
    String id = producer.put("a product", "{\"quantity\":1}");
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
  void shardsThatAreSplitAndMergedAreDeliveredBeforeTheShardsThatReplaceThem() {
    List<String> keys = Producer.keys("split", 40);
    producer.put(keys, 0, 5);
    split(stream.kinesis().listShards(r -> r.streamName(stream.name())).shards().get(0));
    producer.put(keys, 5, 10);
    merge("shardId-000000000004", "shardId-000000000005");
    producer.put(keys, 10, 15);
    arrivals.await(40 * 15);
    assertThat(arrivals.textsByKey()).isEqualTo(Arrivals.numbered(keys, 15));
    assertThat(arrivals.shards())
        .contains(
            "shardId-000000000000",
            "shardId-000000000004",
            "shardId-000000000005",
            "shardId-000000000006");
  }

  @Test
  @SuppressWarnings("try") // The pipe runs until the block ends.
  void aStreamThatIsCreatedAgainIsDeliveredFromItsOldestRecord(@TempDir Path checkpoints)
      throws InterruptedException {
    try (Resources own = EmbeddedAws.newResources()) {
      Arrivals ownArrivals = new Arrivals(own.sqs(), own.queueUrl(own.queue(Queues.EVENTS)));
      for (int round = 1; round <= 2; round++) {
        try (EmbeddedStream first = EmbeddedStream.create(own, 1);
            RunningPipe running = RunningPipe.start(first, own, checkpoints)) {
          new Producer(first).put("a", "round " + round);
          ownArrivals.await(round);
          first.kinesis().deleteStream(r -> r.streamName(first.name()));
          Awaitility.await()
              .until(
                  () ->
                      first.kinesis().listStreams().streamNames().stream()
                          .noneMatch(first.name()::equals));
        }
      }
      assertThat(ownArrivals.textsByKey()).isEqualTo(Map.of("a", List.of("round 1", "round 2")));
    }
  }

  @Test
  @SuppressWarnings("try") // The pipe runs until the block ends.
  void theCheckpointStaysBehindRecordsThatAreNotSent(@TempDir Path checkpoints)
      throws InterruptedException {
    FakeQueue queue = new FakeQueue();
    queue.failWith(message -> true);
    try (Resources own = EmbeddedAws.newResources();
        EmbeddedStream first = EmbeddedStream.create(own, 1);
        RunningPipe running = RunningPipe.start(first, queue, checkpoints)) {
      new Producer(first).put("a", "one");
      Awaitility.await().until(() -> queue.batches().size() > 3);
    }
    assertThat(checkpoints).isEmptyDirectory();
  }

  @Test
  void aCheckpointThatCannotBeSavedStopsThePipe(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    try (Resources own = EmbeddedAws.newResources();
        EmbeddedStream first = EmbeddedStream.create(own, 1);
        RunningPipe running = RunningPipe.start(first, new FakeQueue(), file)) {
      new Producer(first).put("a", "one");
      assertThat(running.awaitFailure())
          .isInstanceOf(IllegalStateException.class)
          .hasCauseInstanceOf(UncheckedIOException.class)
          .hasStackTraceContaining(file.toString());
    }
  }

  @Test
  void aRecordThatNoMessageCanHoldBecomesANoticeAndTheNextArrives() {
    String before = producer.put("a", "before");
    String tooLarge = producer.put("a", "x".repeat(300_000));
    String after = producer.put("a", "after");
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

  private static void split(Shard shard) {
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
    awaitActive();
  }

  private static void awaitActive() {
    Awaitility.await()
        .until(
            () ->
                stream
                        .kinesis()
                        .describeStreamSummary(r -> r.streamName(stream.name()))
                        .streamDescriptionSummary()
                        .streamStatus()
                    == StreamStatus.ACTIVE);
  }

  private static void merge(String shard, String adjacentShard) {
    stream
        .kinesis()
        .mergeShards(
            r ->
                r.streamName(stream.name())
                    .shardToMerge(shard)
                    .adjacentShardToMerge(adjacentShard));
    awaitActive();
  }

  private static Arrivals arrivals(String queue) {
    return new Arrivals(resources.sqs(), resources.queueUrl(resources.queue(queue)));
  }
}
