package inventory.launcher.cli;

import inventory.launcher.cli.Converters.InstantConverter;
import inventory.launcher.cli.Converters.ShareConverter;
import inventory.launcher.generate.CountFiles;
import inventory.launcher.generate.FileDrop;
import inventory.launcher.generate.Recipe;
import inventory.launcher.generate.ThresholdFiles;
import inventory.launcher.generate.TransactionFiles;
import inventory.launcher.generate.event.Events;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Generates what warehouses and web shops send. */
@Command(
    name = "generate",
    description =
        "Generate files or events from a seed, and print as JSON what the system must report.")
final class GenerateCommand {

  private static final int MAX_FILES = 1_000_000;
  private static final int MAX_ROWS = 10_000_000;
  private static final int MAX_THRESHOLD_FILES = 10_000;
  private static final int MAX_EVENTS = 100_000_000;
  private static final String STORE = "Store";

  /** Options of data with times. */
  static final class Timeline {

    private static final double MAX_ZIPF = 10;

    @Option(
        names = "--start",
        paramLabel = "INSTANT",
        defaultValue = "2026-01-05T06:00:00Z",
        converter = InstantConverter.class,
        description = "The first timestamp, or the first day (${DEFAULT-VALUE}).")
    private Instant start;

    @Option(
        names = "--late",
        paramLabel = "SHARE",
        defaultValue = "0%",
        converter = ShareConverter.class,
        description = "Share of rows, events or threshold files that are late, as 5%% (0%%).")
    private double late;
  }

  /** How popular items are. */
  static final class Popularity {

    @Option(
        names = "--zipf",
        paramLabel = "EXPONENT",
        defaultValue = "1.0",
        description =
            "How much more popular the first items are, from 0 (not at all) to 10"
                + " (${DEFAULT-VALUE}).")
    private double zipf;

    private double zipf(GenerateOptions options) {
      if (!(zipf >= 0 && zipf <= Timeline.MAX_ZIPF)) {
        throw options.wrong("--zipf is " + zipf + ": it must be from 0 to 10");
      }
      return zipf;
    }
  }

  @Command(
      name = "files",
      sortOptions = false,
      description = "Generate transaction files with all delimiters: deliveries and sales.")
  int files(
      @Option(
              names = "--files",
              paramLabel = "N",
              defaultValue = "10",
              description = "Number of files, one every five minutes (${DEFAULT-VALUE}).")
          int files,
      @Option(
              names = "--rows",
              paramLabel = "N",
              defaultValue = "1000",
              description = "Rows in each file (${DEFAULT-VALUE}).")
          int rows,
      @Mixin GenerateOptions options,
      @Mixin Timeline timeline,
      @Mixin Popularity popularity,
      @Mixin GenerateOutput output)
      throws Exception {
    options.require("--files", files, MAX_FILES);
    options.require("--rows", rows, MAX_ROWS);
    Recipe recipe =
        options.recipe(
            options.names("Warehouse"), timeline.start, popularity.zipf(options), timeline.late);
    TransactionFiles generator = new TransactionFiles(recipe, files, rows);
    output.files(
        files,
        (target, afterEach) -> generator.generate(new FileDrop(target, output.pace(), afterEach)));
    return 0;
  }

  @Command(
      name = "counts",
      sortOptions = false,
      description = "Generate a count file of all items for each store.")
  int counts(@Mixin GenerateOptions options, @Mixin GenerateOutput output) throws Exception {
    Recipe recipe = options.recipe(options.names(STORE), Instant.EPOCH, 0, 0);
    output.files(
        recipe.warehouses().size(),
        (target, afterEach) ->
            new CountFiles(recipe).generate(new FileDrop(target, output.pace(), afterEach)));
    return 0;
  }

  @Command(
      name = "thresholds",
      sortOptions = false,
      description =
          "Generate threshold files, one for each day, for the items and stores of \"generate"
              + " counts\": reports show a threshold next to a level.")
  int thresholds(
      @Option(
              names = "--files",
              paramLabel = "N",
              defaultValue = "3",
              description = "Number of files, one for each day (${DEFAULT-VALUE}).")
          int files,
      @Mixin GenerateOptions options,
      @Mixin Timeline timeline,
      @Mixin GenerateOutput output)
      throws Exception {
    options.require("--files", files, MAX_THRESHOLD_FILES);
    Recipe recipe = options.recipe(options.names(STORE), timeline.start, 0, timeline.late);
    ThresholdFiles generator = new ThresholdFiles(recipe, files);
    if (generator.lastDay().isAfter(InstantSource.system().instant())) {
      throw options.wrong(
          "--files is %d, so the last day is %s, in the future: use fewer or an earlier --start"
              .formatted(files, generator.lastDay()));
    }
    output.files(
        files,
        (target, afterEach) -> generator.generate(new FileDrop(target, output.pace(), afterEach)));
    return 0;
  }

  @Command(
      name = "events",
      sortOptions = false,
      description =
          "Generate events of web shops: products are added, changed, removed and added again."
              + " Without an event stream, they go to the queue behind it.")
  int events(
      @Option(
              names = "--events",
              paramLabel = "N",
              defaultValue = "1000",
              description = "Number of events, without duplicates (${DEFAULT-VALUE}).")
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
    Recipe recipe = options.recipe(shops, timeline.start, popularity.zipf(options), timeline.late);
    output.events(
        events,
        (publisher, afterEach) ->
            new Events(recipe, events).publish(publisher, output.pace(), afterEach));
    return 0;
  }
}
