package inventory.ingest.projection.dynamodb;

import inventory.ingest.projection.Difference;
import inventory.ingest.projection.Difference.FileTime;
import inventory.ingest.projection.Difference.Naming;
import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.counter.Amounts;
import inventory.model.counter.dynamodb.Counted;
import inventory.model.counter.dynamodb.FenceItem;
import inventory.model.table.LevelItem;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Compares the two images of an item in a record of the stream. */
public final class Images {

  private Images() {}

  /**
   * The difference that a record makes.
   *
   * @param sequence the record's number in its shard
   * @param before the item before the write; empty if there was none
   * @param after the item after the write; empty if it was deleted
   */
  public static Difference difference(
      String sequence, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
    Amounts amounts = Counted.difference(before, after);
    if (!Counted.isLevel(after)) {
      return new Difference(
          sequence, amounts, Optional.empty(), Optional.empty(), FenceItem.fenceOf(after));
    }
    Optional<LevelItem> old = Optional.of(before).filter(Counted::isLevel).map(LevelItem::of);
    LevelItem level = LevelItem.of(after);
    return new Difference(
        sequence, amounts, naming(old, level), file(old, level), Optional.empty());
  }

  /** A name counts where it is new: in a new level, or in one that had another. */
  private static Optional<Naming> naming(Optional<LevelItem> before, LevelItem level) {
    StockKey key = level.stockKey();
    LevelItem.Parts parts = level.parts(key);
    Optional<String> old = before.flatMap(item -> item.parts(key).itemName());
    return parts
        .itemName()
        .filter(name -> !old.equals(Optional.of(name)))
        .map(name -> new Naming(key.itemId(), name, parts.named().orElse(Position.NONE)));
  }

  private static Optional<FileTime> file(Optional<LevelItem> before, LevelItem level) {
    return level.wasChangedByFile(before)
        ? Optional.of(new FileTime(level.stockKey().warehouse(), Instant.parse(level.updatedAt())))
        : Optional.empty();
  }
}
