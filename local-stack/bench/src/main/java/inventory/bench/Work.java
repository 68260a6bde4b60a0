package inventory.bench;

import inventory.launcher.generate.FileDrop;
import inventory.launcher.generate.FileDrop.FileTarget;
import inventory.launcher.generate.FileGenerator;
import inventory.launcher.generate.Pace;
import inventory.launcher.generate.Recipe;
import inventory.launcher.generate.Totals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Generated transaction files.
 *
 * @param title description
 * @param rows number of rows in all files
 * @param folder the folder with the files; their keys are paths in it
 * @param totals what the files add up to
 */
record Work(String title, int rows, Path folder, Totals totals) {

  private static final int WAREHOUSES = 20;
  private static final Instant START = Instant.parse("2026-05-04T06:00:00Z");

  /**
   * The size of some work.
   *
   * @param name a word in its warehouses that no other work has
   * @param rows rows of each file
   * @param items items of each of 20 warehouses
   */
  record Shape(String name, int files, int rows, int items) {

    Shape tenth() {
      return files == 1
          ? new Shape(name, 1, rows / 10, items / 10)
          : new Shape(name, files / 10, rows, items);
    }
  }

  /** Generates the files, the same ones each time. */
  static Work generate(Shape shape, Path folder) throws IOException, InterruptedException {
    List<String> warehouses =
        IntStream.range(0, WAREHOUSES).mapToObj(i -> shape.name() + " " + i).toList();
    Recipe recipe = new Recipe(1, START, warehouses, shape.items(), 0, 0, 0, 0);
    FileDrop drop = new FileDrop(FileTarget.folder(folder), Pace.unlimited(), () -> {});
    Totals totals = FileGenerator.transactions(recipe, shape.files(), shape.rows(), drop);
    String title =
        "%,d file%s of %,d rows, %,d pairs"
            .formatted(
                shape.files(), shape.files() == 1 ? "" : "s", shape.rows(), totals.levels().size());
    return new Work(title, shape.files() * shape.rows(), folder, totals);
  }

  /** Whether a warehouse belongs to this work. */
  boolean has(String warehouse) {
    return totals.levels().get(0).warehouse().split(" ", 2)[0].equals(warehouse.split(" ", 2)[0]);
  }
}
