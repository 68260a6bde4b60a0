package inventory.validation.domain;

import inventory.model.StockKey;
import inventory.model.movement.Closing;
import inventory.model.movement.LevelProof;
import inventory.model.movement.Movement;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The levels, their movements and their daily closings, in the table. */
public interface Levels {

  /**
   * The levels in a warehouse by item id, page by page. They may be some moments old.
   *
   * @param afterItem the item after which to begin; empty for all items
   */
  Iterable<List<StoredLevel>> pages(String warehouse, String afterItem);

  /** A level as it is now. */
  Optional<StoredLevel> find(StockKey key);

  /**
   * The movements of a level by position, marks included, up to its latest; read as the result is
   * read.
   *
   * @param after the position after which to begin
   */
  Iterator<Movement> movements(StoredLevel level, String after);

  /** All closings of a level, by day. */
  List<Closing> closings(StockKey key);

  /** The closing of a day, if there is one. */
  Optional<Closing> closing(StockKey key, LocalDate day);

  /** The latest closing whose rows are all before a time, see {@link Closing#through}. */
  Optional<Closing> closingBefore(StockKey key, String time);

  /** Stores closings, and deletes those of other days. */
  void store(StockKey key, List<Closing> closings, Collection<LocalDate> surplus);

  /** Records a proof, unless the level has changed since it was read. */
  void prove(StockKey key, LevelProof proof);

  /** The key of a file. */
  String fileKey(String fileId);
}
