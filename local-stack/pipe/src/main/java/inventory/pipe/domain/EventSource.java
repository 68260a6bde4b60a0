package inventory.pipe.domain;

import java.util.List;
import java.util.Optional;

/** Where records come from. */
public interface EventSource {

  /**
   * Which stream it is now.
   *
   * @throws UnavailableException if it does not answer, or does not exist
   */
  StreamId id();

  /**
   * All shards, open and closed, as far as their records are kept.
   *
   * @throws UnavailableException if it does not answer
   */
  List<Shard> shards();

  /**
   * Begins to read a shard.
   *
   * @param after the sequence number after which to begin; empty for the oldest record that is kept
   * @throws PositionLostException if the shard does not know that sequence number
   * @throws UnavailableException if it does not answer
   */
  ShardReader open(String shardId, Optional<String> after);
}
