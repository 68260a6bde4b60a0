package inventory.launcher.cli;

import inventory.launcher.cli.GenerateOptions.Popularity;
import inventory.launcher.cli.GenerateOptions.Timeline;
import inventory.launcher.generate.CountFiles;
import inventory.launcher.generate.Recipe;
import inventory.launcher.generate.ThresholdFiles;
import inventory.launcher.generate.TransactionFiles;
import inventory.launcher.generate.event.Events;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  private static final String STORE = "Store";

  @Command(
      showDefaultValues = true,
      description = "Generate transaction files with all delimiters: deliveries and sales.")
  int files(
      @Option(names = "--files", defaultValue = "10", description = "Number, one per 5 minutes.")
          int files,
      @Option(names = "--rows", defaultValue = "1000", description = "Rows in each file.") int rows,
      @Mixin GenerateOptions options,
      @Mixin Timeline timeline,
      @Mixin Popularity popularity,
      @Mixin GenerateOutput output)
      throws Exception {
    options.require("--files", files, MAX_FILES);
    options.require("--rows", rows, MAX_ROWS);
    Recipe recipe = options.recipe(options.names("Warehouse"), timeline, Optional.of(popularity));
    output.files(files, new TransactionFiles(recipe, files, rows)::generate);
    return 0;
  }

  @Command(
      showDefaultValues = true,
      description = "Generate a count file of all items for each store.")
  int counts(@Mixin GenerateOptions options, @Mixin GenerateOutput output) throws Exception {
    Recipe recipe = options.recipe(options.names(STORE));
    output.files(recipe.warehouses().size(), new CountFiles(recipe)::generate);
    return 0;
  }

  @Command(
      showDefaultValues = true,
      description = "Generate threshold files for the items and stores of \"generate counts\".")
  int thresholds(
      @Option(names = "--files", defaultValue = "3", description = "Number, one for each day.")
          int files,
      @Mixin GenerateOptions options,
      @Mixin Timeline timeline,
      @Mixin GenerateOutput output)
      throws Exception {
    options.require("--files", files, MAX_THRESHOLD_FILES);
    Recipe recipe = options.recipe(options.names(STORE), timeline, Optional.empty());
    ThresholdFiles generator = new ThresholdFiles(recipe, files);
    if (generator.lastDay().isAfter(Instant.now())) {
      throw options.wrong(
          "--files is %d, so the last day is %s, in the future: use fewer or an earlier --start"
              .formatted(files, generator.lastDay()));
    }
    output.files(files, generator::generate);
    return 0;
  }

  @Command(
      showDefaultValues = true,
      description =
          "Generate events of web shops: products are added, changed, removed and added again."
              + " Without an event stream, they go to the queue behind it.")
  int events(
      @Option(names = "--events", defaultValue = "1000", description = "Number of events.")
          int events,
      @Mixin GenerateOptions options,
      @Mixin Timeline timeline,
      @Mixin Popularity popularity,
      @Mixin GenerateOutput output)
      throws Exception {
    options.require("--events", events, MAX_EVENTS);
    List<String> shops = new ArrayList<>(options.names("Shop"));
    if (!options.hasPrefix()) {
      // As in the customer's sample, the first shop has no name.
      shops.set(0, Events.UNNAMED);
    }
    Recipe recipe = options.recipe(shops, timeline, Optional.of(popularity));
    output.events(events, new Events(recipe, events)::publish);
    return 0;
  }
}
