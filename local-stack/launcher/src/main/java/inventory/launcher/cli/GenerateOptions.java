package inventory.launcher.cli;

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
  private static final double MAX_ZIPF = 10;

  @Option(names = "--seed", description = "The same seed makes the same data.")
  private long seed = 1;

  @Option(names = "--warehouses", description = "Number of warehouses, stores or shops.")
  private int warehouses = 3;

  @Option(
      names = "--warehouse-prefix",
      description = "Beginning of their names. Runs with different prefixes are independent.")
  private String prefix;

  @Option(names = "--items", description = "Number of items or products.")
  private int items = 100;

  @Option(names = "--duplicates", description = "Share of files, entries or events sent twice.")
  private Share duplicates = Share.NONE;

  @Option(names = "--malformed", description = "Share of rows, entries or events to be rejected.")
  private Share malformed = Share.NONE;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** Options of data with times. */
  static final class Timeline {

    private static final Instant START = Instant.parse("2026-01-05T06:00:00Z");

    @Option(names = "--start", description = "The first timestamp, or the first day.")
    private Instant start = START;

    @Option(names = "--late", description = "Share of rows, events or threshold files sent late.")
    private Share late = Share.NONE;
  }

  /** Option of data that customers cause. */
  static final class Popularity {

    @Option(
        names = "--zipf",
        description = "How much more popular the first items are, from 0 (not at all) to 10.")
    private double zipf = 1;
  }

  /** A recipe of data without times. */
  Recipe recipe(List<String> names) {
    Timeline none = new Timeline();
    none.start = Instant.EPOCH;
    return recipe(names, none, Optional.empty());
  }

  Recipe recipe(List<String> names, Timeline timeline, Optional<Popularity> popularity) {
    require("--items", items, MAX_ITEMS);
    double zipf = popularity.map(given -> given.zipf).orElse(0.0);
    if (!(zipf >= 0 && zipf <= MAX_ZIPF)) {
      throw wrong("--zipf is " + zipf + ": it must be from 0 to 10");
    }
    return new Recipe(
        seed,
        timeline.start,
        names,
        items,
        zipf,
        duplicates.value(),
        timeline.late.value(),
        malformed.value());
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
