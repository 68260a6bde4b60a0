package inventory.validation.domain;

import inventory.model.movement.Movement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** File records and the movements of files, as stored in the table. */
public interface FileRecords {

  /** A file's record; empty if there is none. */
  Optional<FileRecord> find(String fileId);

  /**
   * Visits the files that no run has checked, and on which nothing happened since an instant, in
   * order of arrival. The list is some moments old.
   *
   * @param since files that arrived earlier are left out
   * @param until files that arrived, ended or were released later are left out
   */
  void unchecked(Instant since, Instant until, Consumer<FileRecord> visitor);

  /** Pairs each movement with its counterpart in the table. */
  List<Pair> pair(List<Movement> movements);

  /**
   * A movement and its counterpart in the table.
   *
   * @param read the movement that the rows give
   * @param recorded the movement in the table, if there is one
   * @param hasLevel whether the item has a level
   */
  record Pair(Movement read, Optional<Movement> recorded, boolean hasLevel) {}
}
