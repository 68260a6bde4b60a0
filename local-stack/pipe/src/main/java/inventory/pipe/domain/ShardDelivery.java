package inventory.pipe.domain;

import inventory.pipe.domain.ShardReader.Read;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers one shard: reads, delivers, and only then writes down that it did. */
final class ShardDelivery {

  private static final Logger LOG = LoggerFactory.getLogger(ShardDelivery.class);

  private final EventSource source;
  private final Delivery delivery;
  private final Checkpoint checkpoint;
  private final Retries retries;
  private final StopSignal stop;
  private final Pipe.Pace pace;

  ShardDelivery(
      EventSource source,
      Delivery delivery,
      Checkpoint checkpoint,
      Retries retries,
      StopSignal stop,
      Pipe.Pace pace) {
    this.source = source;
    this.delivery = delivery;
    this.checkpoint = checkpoint;
    this.retries = retries;
    this.stop = stop;
    this.pace = pace;
  }

  /** Delivers a shard to its end, or until the signal is given. */
  void run(String shardId) {
    Optional<ShardReader> reader = retries.untilDone(() -> open(shardId));
    int emptyReads = 0;
    while (reader.isPresent()) {
      try {
        Optional<Read> read = retries.untilDone(reader.get()::next);
        if (read.isEmpty() || !isDeliveredAndOpen(shardId, read.get())) {
          return;
        }
        emptyReads = read.get().records().isEmpty() ? emptyReads + 1 : 0;
        if (read.get().upToDate() ? stop.isGivenWithin(pace.poll(emptyReads)) : stop.isGiven()) {
          return;
        }
      } catch (PositionLostException e) {
        if (stop.isGivenWithin(pace.poll())) {
          return;
        }
        reader = retries.untilDone(() -> open(shardId));
      }
    }
  }

  /** A stream that was restored from an older copy does not know the last records it had. */
  private ShardReader open(String shardId) {
    Optional<String> after = checkpoint.of(shardId).after();
    try {
      return source.open(shardId, after);
    } catch (PositionLostException e) {
      LOG.warn(
          "{} does not know the record {} of the checkpoint ({}): beginning at its oldest record,"
              + " so that what was delivered is delivered again",
          shardId,
          after.orElse("none"),
          e.getMessage());
      return source.open(shardId, Optional.empty());
    }
  }

  /** Whether all was delivered, and more may come. */
  private boolean isDeliveredAndOpen(String shardId, Read read) {
    List<ShardRecord> records = read.records();
    if (!records.isEmpty()) {
      if (!delivery.deliver(records)) {
        return false;
      }
      checkpoint.advance(shardId, records.get(records.size() - 1).sequenceNumber());
    }
    if (read.end()) {
      checkpoint.finish(shardId);
      LOG.info("{} is closed, and delivered to its end", shardId);
      return false;
    }
    return true;
  }
}
