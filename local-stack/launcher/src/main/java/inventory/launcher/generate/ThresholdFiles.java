package inventory.launcher.generate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import inventory.launcher.demo.ExpectedThresholds;
import inventory.launcher.demo.Threshold;
import inventory.launcher.demo.ThresholdFile;
import inventory.model.FileKind;
import inventory.model.resource.Inbox;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes threshold files, one a day (requirements T1 and T4): each sets a threshold of every item of
 * {@link CountFiles}, for all warehouses or for one. A file that is late comes after that of the
 * next day, and changes what that one leaves alone.
 */
public final class ThresholdFiles {

  private static final double OF_A_WAREHOUSE = 0.5;

  private final Recipe recipe;
  private final int files;
  private final Dice dice;
  private final ExpectedThresholds expected = new ExpectedThresholds();
  private final Totals.Tally tally = new Totals.Tally();

  /**
   * Prepares them.
   *
   * @param files how many, one a day
   */
  public ThresholdFiles(Recipe recipe, int files) {
    this.recipe = recipe;
    this.files = files;
    this.dice = recipe.dice(Totals.Kind.THRESHOLDS, files);
  }

  private record Prepared(String key, String text, FileDrop.Rows entries) {

    void drop(FileDrop drop) throws IOException, InterruptedException {
      drop.drop(
          key,
          FileKind.THRESHOLDS,
          out -> {
            out.write(text);
            return entries;
          });
    }
  }

  /** The day of the last file, which should not be one that is still to come. */
  public Instant lastDay() {
    return day(files - 1);
  }

  private Instant day(int number) {
    return recipe.start().plus(Duration.ofDays(number));
  }

  /** Makes and drops them; returns what holds in the end. */
  public Totals drop(FileDrop drop) throws IOException, InterruptedException {
    Optional<Prepared> late = Optional.empty();
    for (int i = 0; i < files; i++) {
      Prepared file = prepare(i);
      if (late.isEmpty() && i < files - 1 && dice.chance(recipe.late())) {
        late = Optional.of(file);
        tally.late++;
      } else {
        file.drop(drop);
        if (late.isPresent()) {
          late.get().drop(drop);
          late = Optional.empty();
        }
      }
    }
    return Totals.ofThresholds(recipe.seed(), tally, drop.files(), expected.all());
  }

  private Prepared prepare(int number) {
    List<ObjectNode> entries = new ArrayList<>();
    long bad = 0;
    for (int i = 0; i < recipe.items(); i++) {
      Threshold threshold = threshold(Catalog.counted(i).id());
      ObjectNode entry = ThresholdFile.entry(threshold);
      entries.add(entry);
      if (dice.chance(recipe.malformed())) {
        spoil(entry);
        bad++;
      } else {
        // Files are made in the order of their days, in whatever order they are dropped.
        expected.add(threshold);
        tally.facts++;
        if (dice.chance(recipe.duplicates())) {
          entries.add(entry);
          tally.duplicates++;
        }
      }
    }
    tally.malformed += bad;
    String key = Inbox.thresholds(day(number));
    return new Prepared(
        key, ThresholdFile.text(entries), new FileDrop.Rows(entries.size() - bad, bad));
  }

  private Threshold threshold(String itemId) {
    Optional<String> warehouse =
        dice.chance(OF_A_WAREHOUSE)
            ? Optional.of(dice.oneOf(recipe.warehouses()))
            : Optional.empty();
    return new Threshold(itemId, warehouse, dice.between(0, 100));
  }

  private void spoil(ObjectNode entry) {
    switch (dice.between(0, 4)) {
      case 0 -> entry.remove("ItemId");
      case 1 -> entry.remove("RestockIfBelow");
      case 2 -> entry.put("RestockIfBelow", "twenty-five");
      case 3 -> entry.put("RestockIfBelow", -1);
      default -> entry.put("RestockIfBelow", 2.5);
    }
  }
}
