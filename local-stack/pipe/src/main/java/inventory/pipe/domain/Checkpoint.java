package inventory.pipe.domain;

import inventory.pipe.domain.CheckpointStore.Progress;
import inventory.pipe.domain.CheckpointStore.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the shards are delivered, for several threads. */
public final class Checkpoint {

  private static final Logger LOG = LoggerFactory.getLogger(Checkpoint.class);

  private final CheckpointStore store;
  private final StreamId stream;
  private final Map<String, Progress> shards;

  private Checkpoint(CheckpointStore store, StreamId stream, Map<String, Progress> shards) {
    this.store = store;
    this.stream = stream;
    this.shards = new HashMap<>(shards);
  }

  /**
   * What is kept of this stream. What is kept of another one that had its name is dropped, and all
   * that is in the stream is delivered.
   */
  public static Checkpoint of(CheckpointStore store, StreamId stream) {
    Optional<State> kept = store.load();
    if (kept.isPresent() && !kept.get().stream().equals(stream)) {
      LOG.warn(
          "The checkpoint is of {}, and the stream is {}: beginning at its oldest records",
          kept.get().stream(),
          stream);
    }
    Map<String, Progress> shards =
        kept.filter(state -> state.stream().equals(stream)).map(State::shards).orElse(Map.of());
    return new Checkpoint(store, stream, shards);
  }

  /** How far a shard is delivered. */
  synchronized Progress of(String shardId) {
    return shards.getOrDefault(shardId, Progress.NONE);
  }

  /** The record of this number and all before it are delivered. Durable when this returns. */
  synchronized void advance(String shardId, String sequenceNumber) {
    put(shardId, new Progress(Optional.of(sequenceNumber), false));
  }

  /** All of a closed shard is delivered. Durable when this returns. */
  synchronized void finish(String shardId) {
    put(shardId, new Progress(of(shardId).after(), true));
  }

  private void put(String shardId, Progress progress) {
    shards.put(shardId, progress);
    store.save(new State(stream, shards));
  }

  /**
   * Holds it against the shards that there are: one that is gone is forgotten, as its id may come
   * again; one that is open again has lost its end, and is not finished.
   */
  synchronized void reconcile(List<Shard> listed) {
    Map<String, Shard> byId = listed.stream().collect(Collectors.toMap(Shard::id, shard -> shard));
    shards.keySet().retainAll(byId.keySet());
    shards.replaceAll(
        (id, progress) ->
            new Progress(progress.after(), progress.finished() && byId.get(id).closed()));
  }
}
