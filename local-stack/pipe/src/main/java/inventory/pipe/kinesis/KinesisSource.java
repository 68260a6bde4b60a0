package inventory.pipe.kinesis;

import inventory.pipe.domain.EventSource;
import inventory.pipe.domain.PositionLostException;
import inventory.pipe.domain.Shard;
import inventory.pipe.domain.ShardReader;
import inventory.pipe.domain.StreamId;
import inventory.pipe.domain.UnavailableException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.ListShardsRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;

/** A stream of Kinesis. */
public final class KinesisSource implements EventSource {

  private final KinesisClient kinesis;
  private final String stream;

  /**
   * Reads from this stream.
   *
   * @param stream its name
   */
  public KinesisSource(KinesisClient kinesis, String stream) {
    this.kinesis = kinesis;
    this.stream = stream;
  }

  @Override
  public StreamId id() {
    StreamDescriptionSummary summary =
        call(
            () ->
                kinesis
                    .describeStreamSummary(r -> r.streamName(stream))
                    .streamDescriptionSummary());
    return new StreamId(summary.streamARN(), summary.streamCreationTimestamp());
  }

  @Override
  public List<Shard> shards() {
    List<Shard> shards = new ArrayList<>();
    ListShardsRequest request = ListShardsRequest.builder().streamName(stream).build();
    while (true) {
      ListShardsRequest page = request;
      ListShardsResponse response = call(() -> kinesis.listShards(page));
      response.shards().forEach(shard -> shards.add(toShard(shard)));
      if (response.nextToken() == null) {
        return shards;
      }
      request = ListShardsRequest.builder().nextToken(response.nextToken()).build();
    }
  }

  private static Shard toShard(software.amazon.awssdk.services.kinesis.model.Shard shard) {
    Set<String> parents = new HashSet<>();
    Stream.of(Optional.ofNullable(shard.parentShardId()), adjacentParent(shard))
        .flatMap(Optional::stream)
        .forEach(parents::add);
    boolean closed = shard.sequenceNumberRange().endingSequenceNumber() != null;
    return new Shard(shard.shardId(), parents, closed);
  }

  private static Optional<String> adjacentParent(
      software.amazon.awssdk.services.kinesis.model.Shard shard) {
    return Optional.ofNullable(shard.adjacentParentShardId());
  }

  @Override
  public ShardReader open(String shardId, Optional<String> after) {
    return new KinesisReader(kinesis, this, shardId, after, iterator(shardId, after));
  }

  /** Where to begin to read. */
  String iterator(String shardId, Optional<String> after) {
    GetShardIteratorRequest.Builder request =
        GetShardIteratorRequest.builder()
            .streamName(stream)
            .shardId(shardId)
            .shardIteratorType(ShardIteratorType.TRIM_HORIZON);
    after.ifPresent(
        sequenceNumber ->
            request
                .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                .startingSequenceNumber(sequenceNumber));
    return call(
        () -> {
          try {
            return kinesis.getShardIterator(request.build()).shardIterator();
          } catch (ResourceNotFoundException | InvalidArgumentException e) {
            if (after.isPresent()) {
              throw new PositionLostException(e.getMessage(), e);
            }
            throw e;
          }
        });
  }

  /** Whatever the SDK throws, retries may help: the stream may come back, or be created. */
  <T> T call(Supplier<T> work) {
    try {
      return work.get();
    } catch (SdkException e) {
      throw new UnavailableException(
          "the stream " + stream + " cannot be read: " + e.getMessage(), e);
    }
  }
}
