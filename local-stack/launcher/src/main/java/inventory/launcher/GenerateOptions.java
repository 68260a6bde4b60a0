package inventory.launcher;

import inventory.launcher.generate.Events;
import inventory.launcher.generate.Recipe;
import inventory.model.Names;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What generated data of all kinds follow from. */
final class GenerateOptions {

  private static final int MAX_WAREHOUSES = 1_000;
  private static final int MAX_ITEMS = 1_000_000;
  private static final int MAX_PREFIX = 100;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "The same one makes the same bytes (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--warehouses",
      paramLabel = "N",
      defaultValue = "3",
      description = "How many warehouses, stores or shops there are (${DEFAULT-VALUE}).")
  private int warehouses;

  @Option(
      names = "--warehouse-prefix",
      paramLabel = "TEXT",
      description =
          "What their names begin with: runs with different ones do not disturb each other. Each"
              + " kind of data has a default of its own.")
  private String prefix;

  @Option(
      names = "--items",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many items, or products, there are (${DEFAULT-VALUE}).")
  private int items;

  @Option(
      names = "--duplicates",
      paramLabel = "SHARE",
      defaultValue = "0%",
      converter = Converters.ShareConverter.class,
      description = "How many files, entries or events come twice, as 5%% (0%%).")
  private double duplicates;

  @Option(
      names = "--malformed",
      paramLabel = "SHARE",
      defaultValue = "0%",
      converter = Converters.ShareConverter.class,
      description = "How many rows, entries or events are to be rejected, as 5%% (0%%).")
  private double malformed;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /**
   * What the data follow from.
   *
   * @param defaultPrefix what the warehouses' names begin with, unless an option says otherwise
   */
  Recipe recipe(String defaultPrefix, Instant start, double zipf, double late) {
    return recipe(names(prefix == null ? defaultPrefix : prefix), start, zipf, late);
  }

  /** The same for web shops: without a prefix, the first one has no name, as in the sample. */
  Recipe shops(String defaultPrefix, Instant start, double zipf, double late) {
    if (prefix != null) {
      return recipe(prefix, start, zipf, late);
    }
    List<String> names = new ArrayList<>(names(defaultPrefix));
    names.set(0, Events.UNNAMED);
    return recipe(names, start, zipf, late);
  }

  private Recipe recipe(List<String> names, Instant start, double zipf, double late) {
    require("--items", items, MAX_ITEMS);
    return new Recipe(seed, start, names, items, zipf, duplicates, late, malformed);
  }

  private List<String> names(String beginning) {
    require("--warehouses", warehouses, MAX_WAREHOUSES);
    Optional<String> problem =
        beginning.length() > MAX_PREFIX
            ? Optional.of("is longer than " + MAX_PREFIX + " characters")
            : Names.problemWith(beginning);
    if (problem.isPresent()) {
      throw wrong("--warehouse-prefix " + problem.get() + ": leave it out, or give a name");
    }
    return IntStream.rangeClosed(1, warehouses).mapToObj(i -> beginning + " " + i).toList();
  }

  /** Returns a number if it is 1 or more, and not too large. */
  int require(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw wrong("%s is %d: it must be from 1 to %d".formatted(option, value, most));
    }
    return value;
  }

  /** The value of an option is refused. */
  ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
