package inventory.launcher.generate;

import inventory.launcher.generate.Catalog.Item;
import inventory.launcher.generate.Rows.Dialect;
import inventory.model.FileKind;
import inventory.model.resource.RawTables;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Generates a count file of all items for each store (requirement I3). */
public final class CountFiles {

  // SQL finds counts in the folder of a day. Counts have no time, so the day is a constant.
  private static final String FOLDER = RawTables.COUNTS_PREFIX + "2026/01/05/";

  private final Recipe recipe;
  private final SeededRandom random;

  /** Prepares the files. The recipe's late share is ignored: a count applies from its upload. */
  public CountFiles(Recipe recipe) {
    this.recipe = recipe;
    this.random = recipe.random(Totals.Kind.COUNTS);
  }

  /** Generates and stores the files; returns the totals of all files of the drop. */
  public Totals generate(FileDrop drop) throws IOException, InterruptedException {
    String tag = recipe.tag(Totals.Kind.COUNTS);
    for (int i = 0; i < recipe.warehouses().size(); i++) {
      String store = recipe.warehouses().get(i);
      String key = String.format(Locale.ROOT, "%sinventory-%s-%03d", FOLDER, tag, i + 1);
      Optional<String> again =
          random.chance(recipe.duplicates()) ? Optional.of(key + "-again.csv") : Optional.empty();
      drop.rows(
          key + ".csv", FileKind.COUNT, Dialect.number(i + 1), file -> write(file, store), again);
    }
    return drop.totals(Totals.Kind.COUNTS, recipe.seed());
  }

  private void write(Rows file, String store) {
    for (int i = 0; i < recipe.items(); i++) {
      Item item = Catalog.counted(i);
      if (random.chance(recipe.malformed())) {
        bad(file, store, item);
      } else {
        // Each store is counted once, so the time does not matter.
        file.count(Instant.EPOCH, store, item, random.between(0, 250));
      }
    }
  }

  private void bad(Rows file, String store, Item item) {
    switch (random.between(0, 3)) {
      case 0 -> file.bad(store, item.id(), -1);
      case 1 -> file.bad(store, item.id(), "many");
      case 2 -> file.bad(store, item.id());
      default -> file.bad("", item.id(), 1);
    }
  }
}
