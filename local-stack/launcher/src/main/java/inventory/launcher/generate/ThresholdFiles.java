package inventory.launcher.generate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inventory.launcher.generate.Totals.Threshold;
import inventory.model.FileKind;
import inventory.model.resource.Inbox;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Generates threshold files (requirements T1 and T4), one for each day. Each sets a threshold for
 * every item of {@link CountFiles}, in all warehouses or in one. A late file arrives after that of
 * the next day and only takes effect where that one says nothing.
 */
public final class ThresholdFiles {

  private static final JsonMapper JSON = new JsonMapper();

  private final Recipe recipe;
  private final int files;
  private final SeededRandom random;

  /**
   * Prepares the files.
   *
   * @param files number of files
   */
  public ThresholdFiles(Recipe recipe, int files) {
    this.recipe = recipe;
    this.files = files;
    this.random = recipe.random(Totals.Kind.THRESHOLDS, files);
  }

  private record Prepared(String key, String text, long good, long bad) {

    void store(FileDrop drop) throws IOException, InterruptedException {
      drop.text(key, FileKind.THRESHOLDS, text, good, bad);
    }
  }

  /** The day of the last file. */
  public Instant lastDay() {
    return day(files - 1);
  }

  private Instant day(int index) {
    return recipe.start().plus(Duration.ofDays(index));
  }

  /** Generates and stores the files; returns the totals of all files of the drop. */
  public Totals generate(FileDrop drop) throws IOException, InterruptedException {
    Optional<Prepared> late = Optional.empty();
    for (int i = 0; i < files; i++) {
      Prepared file = prepare(i, drop);
      if (late.isEmpty() && i < files - 1 && random.chance(recipe.late())) {
        late = Optional.of(file);
        drop.tally().late++;
      } else {
        file.store(drop);
        if (late.isPresent()) {
          late.get().store(drop);
          late = Optional.empty();
        }
      }
    }
    return drop.totals(Totals.Kind.THRESHOLDS, recipe.seed());
  }

  /** Files are prepared in the order of their days, so the last threshold is in force. */
  private Prepared prepare(int day, FileDrop drop) {
    ArrayNode entries = JSON.createArrayNode();
    long bad = 0;
    for (int i = 0; i < recipe.items(); i++) {
      String warehouse = random.chance(0.5) ? random.oneOf(recipe.warehouses()) : null;
      Threshold threshold =
          new Threshold(Catalog.counted(i).id(), warehouse, random.between(0, 100));
      ObjectNode entry = entry(threshold);
      entries.add(entry);
      if (random.chance(recipe.malformed())) {
        spoil(entry);
        bad++;
      } else {
        drop.threshold(threshold);
        drop.tally().facts++;
        if (random.chance(recipe.duplicates())) {
          entries.add(entry);
          drop.tally().duplicates++;
        }
      }
    }
    drop.tally().malformed += bad;
    String key = Inbox.thresholds(day(day));
    return new Prepared(key, text(entries), entries.size() - bad, bad);
  }

  /** The text of a file with these thresholds, in one line: Athena reads JSON line by line. */
  public static String text(List<Threshold> thresholds) {
    return text(
        JSON.createArrayNode().addAll(thresholds.stream().map(ThresholdFiles::entry).toList()));
  }

  private static String text(ArrayNode entries) {
    return JSON.createObjectNode().set("ThresholdList", entries).toString();
  }

  private static ObjectNode entry(Threshold threshold) {
    ObjectNode entry = JSON.createObjectNode().put("ItemId", threshold.itemId());
    if (threshold.warehouse() != null) {
      entry.put("WarehouseName", threshold.warehouse());
    }
    return entry.put("RestockIfBelow", threshold.restockIfBelow());
  }

  private void spoil(ObjectNode entry) {
    switch (random.between(0, 4)) {
      case 0 -> entry.remove("ItemId");
      case 1 -> entry.remove("RestockIfBelow");
      case 2 -> entry.put("RestockIfBelow", "twenty-five");
      case 3 -> entry.put("RestockIfBelow", -1);
      default -> entry.put("RestockIfBelow", 2.5);
    }
  }
}
