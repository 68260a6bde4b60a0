package inventory.validation.domain;

import inventory.model.StockKey;
import inventory.model.movement.LevelProof;
import inventory.model.movement.Movement;
import inventory.model.movement.StockLevel;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * A level as it was read.
 *
 * @param key the item and warehouse
 * @param level the level
 * @param revision how many movements it has had
 * @param marks movements that changed it and may not be stored yet
 * @param proof what was last proved of it, if anything
 * @param late the time of the earliest row that came behind others since; empty if none did
 * @param updatedAt when it was last changed, in ISO 8601
 */
public record StoredLevel(
    StockKey key,
    StockLevel level,
    BigInteger revision,
    List<Movement> marks,
    Optional<LevelProof> proof,
    Optional<String> late,
    String updatedAt) {

  /** Copies the list. */
  public StoredLevel {
    marks = List.copyOf(marks);
  }

  /** Whether it has not changed since it was proved. */
  public boolean isProved() {
    return proof.filter(proved -> proved.revision().equals(revision)).isPresent();
  }

  /** Whether a movement at a position was not there when the level was proved. */
  public boolean isNew(String position) {
    return proof.map(proved -> position.compareTo(proved.through()) > 0).orElse(true)
        || late.filter(since -> position.compareTo(since) >= 0).isPresent();
  }
}
