package inventory.pipe.domain;

import java.util.List;

/** Reads a shard from one place on. */
public interface ShardReader {

  /**
   * Reads on. After a failure the same is read again.
   *
   * @throws PositionLostException if the shard does not know any more how far it was read
   * @throws UnavailableException if the stream does not answer, or throttles
   */
  Read next();

  /**
   * What was read.
   *
   * @param records in the shard's order; may be none
   * @param upToDate whether there was nothing more
   * @param end whether the shard is closed and this was the last of it
   */
  record Read(List<ShardRecord> records, boolean upToDate, boolean end) {

    /** Keeps its own copy. */
    public Read {
      records = List.copyOf(records);
    }
  }
}
