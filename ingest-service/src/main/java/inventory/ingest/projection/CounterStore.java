package inventory.ingest.projection;

import inventory.ingest.projection.Difference.FileTime;
import inventory.ingest.projection.Difference.Naming;

/** Keeps the counters, the catalogue and the checkpoints. */
public interface CounterStore {

  /**
   * Adds the amounts of a chunk and moves the checkpoint of its shard to the chunk's last record,
   * both or neither.
   */
  Outcome apply(String shard, Chunk chunk);

  /** Keeps the name with the latest position, in whatever order they come. */
  void introduce(Naming naming);

  /** Keeps the latest time, in whatever order they come. */
  void record(FileTime file);

  /** What became of a chunk. */
  sealed interface Outcome {

    /** The chunk is counted. */
    record Applied() implements Outcome {}

    /**
     * Nothing was changed, because the chunk's first record is counted already.
     *
     * @param sequence the last record that is counted
     */
    record Counted(String sequence) implements Outcome {}

    /** Nothing was changed, because others write the same records; to be retried. */
    record Busy() implements Outcome {}
  }
}
