package inventory.launcher.generate;

import inventory.launcher.demo.ExpectedLevels;
import inventory.launcher.demo.Item;
import inventory.launcher.demo.RowWriter;
import inventory.launcher.demo.RowWriter.Dialect;
import inventory.model.FileKind;
import inventory.model.resource.RawTables;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes a count file for each warehouse, with all of its items (requirement I3). */
public final class CountFiles {

  // Counts have no time of their own, and SQL wants them in a day's folder: always the same one, so
  // that the same recipe makes the same keys.
  private static final String FOLDER = RawTables.COUNTS_PREFIX + "2026/01/05/";

  private final Recipe recipe;
  private final Dice dice;
  private final String tag;
  private final ExpectedLevels expected = new ExpectedLevels();
  private final Totals.Tally tally = new Totals.Tally();

  /** Prepares them; nothing in them is late, as a count holds from its upload. */
  public CountFiles(Recipe recipe) {
    this.recipe = recipe;
    this.dice = recipe.dice(Totals.Kind.COUNTS);
    this.tag = recipe.tag(Totals.Kind.COUNTS);
  }

  /** Makes and drops them; returns what they add up to. */
  public Totals drop(FileDrop drop) throws IOException, InterruptedException {
    List<String> warehouses = recipe.warehouses();
    for (int i = 0; i < warehouses.size(); i++) {
      String warehouse = warehouses.get(i);
      Dialect dialect = Dialect.ALL.get((i + 1) % Dialect.ALL.size());
      String key = String.format(Locale.ROOT, "%sinventory-%s-%03d", FOLDER, tag, i + 1);
      Optional<String> again = Optional.empty();
      if (dice.chance(recipe.duplicates())) {
        again = Optional.of(key + "-again.csv");
        tally.duplicates++;
      }
      drop.drop(key + ".csv", FileKind.COUNT, text -> write(text, dialect, warehouse), again);
    }
    return Totals.ofFiles(Totals.Kind.COUNTS, recipe.seed(), tally, expected, drop.files());
  }

  private FileDrop.Rows write(Writer text, Dialect dialect, String warehouse) {
    // Each warehouse is counted once, so that it does not matter when.
    RowWriter file = RowWriter.ofCounts(text, dialect, fact -> expected.add(fact, Instant.EPOCH));
    for (int i = 0; i < recipe.items(); i++) {
      Item item = Catalog.counted(i);
      if (dice.chance(recipe.malformed())) {
        bad(file, warehouse, item);
      } else {
        file.count(warehouse, item, dice.between(0, 250));
      }
    }
    tally.facts += file.goodRows();
    tally.malformed += file.badRows();
    return new FileDrop.Rows(file.goodRows(), file.badRows());
  }

  private void bad(RowWriter file, String warehouse, Item item) {
    switch (dice.between(0, 3)) {
      case 0 -> file.bad(warehouse, item.id(), -1);
      case 1 -> file.bad(warehouse, item.id(), "many");
      case 2 -> file.bad(warehouse, item.id());
      default -> file.bad("", item.id(), 1);
    }
  }
}
