package inventory.pipe.domain;

import java.util.Map;
import java.util.Optional;

/** Where it is kept how far the shards are delivered. */
public interface CheckpointStore {

  /** What was kept last; empty if nothing was. */
  Optional<State> load();

  /** Keeps it durably: after this, nothing older is ever loaded. */
  void save(State state);

  /**
   * How far the shards of a stream are delivered.
   *
   * @param stream which stream
   * @param shards by their ids
   */
  record State(StreamId stream, Map<String, Progress> shards) {

    /** Keeps its own copy. */
    public State {
      shards = Map.copyOf(shards);
    }
  }

  /**
   * How far a shard is delivered.
   *
   * @param after the sequence number of the last record that is; empty before the first
   * @param finished whether that was the last record of a shard that is closed
   */
  record Progress(Optional<String> after, boolean finished) {

    /** Nothing yet. */
    public static final Progress NONE = new Progress(Optional.empty(), false);
  }
}
