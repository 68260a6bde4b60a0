package inventory.ingest.domain;

import inventory.model.movement.Movement;
import inventory.model.movement.StockLevel;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * A level as the store had it at one moment.
 *
 * @param level the level
 * @param revision how many movements it has had
 * @param marks movements that changed it and may not be stored yet
 * @param late the {@link inventory.model.Position#time} of the earliest row that came behind its
 *     latest movement since the level was last proved; empty if none did
 */
public record KnownLevel(
    StockLevel level, BigInteger revision, List<Movement> marks, Optional<String> late) {

  /** The mark of a source, if it has one. */
  public Optional<Movement> mark(String source) {
    return marks.stream().filter(mark -> mark.source().equals(source)).findFirst();
  }
}
