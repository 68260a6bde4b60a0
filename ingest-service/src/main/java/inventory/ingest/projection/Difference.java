package inventory.ingest.projection;

import inventory.model.counter.Amounts;
import java.time.Instant;
import java.util.Optional;

/**
 * What one record of the stream changes.
 *
 * @param sequence its number in its shard, of at most 40 digits; later records have greater ones
 * @param amounts the difference of the two images of an item
 * @param naming the name of an item that is new in a warehouse
 * @param file the change of a level by a file
 * @param fence the id of a fence: once it is counted, so is all before it
 */
public record Difference(
    String sequence,
    Amounts amounts,
    Optional<Naming> naming,
    Optional<FileTime> file,
    Optional<String> fence) {

  /**
   * A name of an item that a warehouse introduced.
   *
   * @param position of the movement that introduced it
   */
  public record Naming(String itemId, String itemName, String position) {}

  /**
   * When a file changed a level of a warehouse.
   *
   * @param at the time of the write
   */
  public record FileTime(String warehouse, Instant at) {}

  /** Whether the record changes nothing that the projection keeps. */
  boolean isEmpty() {
    return amounts.isEmpty() && naming.isEmpty() && file.isEmpty() && fence.isEmpty();
  }
}
