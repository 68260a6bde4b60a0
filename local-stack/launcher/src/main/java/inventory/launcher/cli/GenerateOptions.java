package inventory.launcher.cli;

import inventory.launcher.cli.Converters.ShareConverter;
import inventory.launcher.generate.Recipe;
import inventory.model.Names;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of all kinds of generated data. */
final class GenerateOptions {

  private static final int MAX_WAREHOUSES = 1_000;
  private static final int MAX_ITEMS = 1_000_000;
  private static final int MAX_PREFIX = 100;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "The same seed makes the same data (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--warehouses",
      paramLabel = "N",
      defaultValue = "3",
      description = "Number of warehouses, stores or shops (${DEFAULT-VALUE}).")
  private int warehouses;

  @Option(
      names = "--warehouse-prefix",
      paramLabel = "TEXT",
      description =
          "Beginning of their names. Runs with different prefixes are independent. The default"
              + " depends on the kind of data.")
  private String prefix;

  @Option(
      names = "--items",
      paramLabel = "N",
      defaultValue = "100",
      description = "Number of items or products (${DEFAULT-VALUE}).")
  private int items;

  @Option(
      names = "--duplicates",
      paramLabel = "SHARE",
      defaultValue = "0%",
      converter = ShareConverter.class,
      description = "Share of files, entries or events that are sent twice, as 5%% (0%%).")
  private double duplicates;

  @Option(
      names = "--malformed",
      paramLabel = "SHARE",
      defaultValue = "0%",
      converter = ShareConverter.class,
      description = "Share of rows, entries or events that must be rejected, as 5%% (0%%).")
  private double malformed;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  Recipe recipe(List<String> names, Instant start, double zipf, double late) {
    require("--items", items, MAX_ITEMS);
    return new Recipe(seed, start, names, items, zipf, duplicates, late, malformed);
  }

  boolean hasPrefix() {
    return prefix != null;
  }

  /** Names of warehouses. */
  List<String> names(String defaultPrefix) {
    require("--warehouses", warehouses, MAX_WAREHOUSES);
    String beginning = hasPrefix() ? prefix : defaultPrefix;
    Optional<String> problem =
        beginning.length() > MAX_PREFIX
            ? Optional.of("is longer than " + MAX_PREFIX + " characters")
            : Names.problemWith(beginning);
    if (problem.isPresent()) {
      throw wrong("--warehouse-prefix " + problem.get() + ": omit it, or give a name");
    }
    return IntStream.rangeClosed(1, warehouses).mapToObj(i -> beginning + " " + i).toList();
  }

  /** Rejects a number that is not between 1 and the maximum. */
  void require(String option, int value, int maximum) {
    if (value < 1 || value > maximum) {
      throw wrong("%s is %d: it must be from 1 to %d".formatted(option, value, maximum));
    }
  }

  /** A wrong value of an option. */
  ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
