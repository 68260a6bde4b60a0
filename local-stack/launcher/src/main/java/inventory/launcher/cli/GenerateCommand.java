package inventory.launcher.cli;

import inventory.launcher.generate.Events;
import inventory.launcher.generate.FileGenerator;
import inventory.launcher.generate.Recipe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Generates what warehouses and web shops send. */
@Command(
    name = "generate",
    description = "Generate files or events from a seed; print as JSON what reports must show.")
final class GenerateCommand {

  private static final int MAX_FILES = 1_000_000;
  private static final int MAX_ROWS = 10_000_000;
  private static final int MAX_THRESHOLD_FILES = 10_000;
  private static final int MAX_EVENTS = 100_000_000;

  /** Options of data with times. */
  private static final class Timeline {

    @Option(
        names = "--start",
        defaultValue = "2026-01-05T06:00:00Z",
        description = "The first timestamp, or the first day.")
    private Instant start;

    @Option(
        names = "--late",
        defaultValue = "0%",
        converter = Converters.Share.class,
        description = "Share of rows, events or threshold files sent late.")
    private double late;
  }

  /** Option of data that customers cause. */
  private static final class Popularity {

    @Option(
        names = "--zipf",
        defaultValue = "1.0",
        description = "How much more popular the first items are, from 0 (not at all) to 10.")
    private double zipf;
  }

  @Command(
      showDefaultValues = true,
      description = "Generate transaction files with all delimiters: deliveries and sales.")
  int files(
      @Option(names = "--files", defaultValue = "10", description = "Number, one per 5 minutes.")
          int files,
      @Option(names = "--rows", defaultValue = "1000", description = "Rows in each file.") int rows,
      @Mixin GenerateOptions options,
      @Mixin Timeline timeline,
      @Mixin Popularity popularity)
      throws Exception {
    options.require("--files", files, MAX_FILES);
    options.require("--rows", rows, MAX_ROWS);
    Recipe recipe =
        options.recipe(options.names("Warehouse"), timeline.start, timeline.late, popularity.zipf);
    return options.files(files, drop -> FileGenerator.transactions(recipe, files, rows, drop));
  }

  @Command(
      showDefaultValues = true,
      description = "Generate a count file of all items for each store.")
  int counts(@Mixin GenerateOptions options) throws Exception {
    Recipe recipe = options.recipe(options.names("Store"), Instant.EPOCH, 0, 0);
    return options.files(recipe.warehouses().size(), drop -> FileGenerator.counts(recipe, drop));
  }

  @Command(
      showDefaultValues = true,
      description = "Generate threshold files for the items and stores of \"generate counts\".")
  int thresholds(
      @Option(names = "--files", defaultValue = "3", description = "Number, one for each day.")
          int files,
      @Mixin GenerateOptions options,
      @Mixin Timeline timeline)
      throws Exception {
    options.require("--files", files, MAX_THRESHOLD_FILES);
    Recipe recipe = options.recipe(options.names("Store"), timeline.start, timeline.late, 0);
    Instant lastDay = FileGenerator.lastDay(recipe, files);
    if (lastDay.isAfter(Instant.now())) {
      throw options.wrong(
          "--files is %d, so the last day is %s, in the future: use fewer or an earlier --start"
              .formatted(files, lastDay));
    }
    return options.files(files, drop -> FileGenerator.thresholds(recipe, files, drop));
  }

  @Command(
      showDefaultValues = true,
      description =
          "Generate events of web shops: products are added, changed, removed and added again.")
  int events(
      @Option(names = "--events", defaultValue = "1000", description = "Number of events.")
          int events,
      @Mixin GenerateOptions options,
      @Mixin Timeline timeline,
      @Mixin Popularity popularity)
      throws Exception {
    options.require("--events", events, MAX_EVENTS);
    List<String> shops = new ArrayList<>(options.names("Shop"));
    if (!options.hasPrefix()) {
      // As in the customer's sample, the first shop has no name.
      shops.set(0, Events.UNNAMED);
    }
    return options.events(
        options.recipe(shops, timeline.start, timeline.late, popularity.zipf), events);
  }
}
