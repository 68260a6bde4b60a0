package inventory.launcher.cli;

import inventory.launcher.generate.EventTarget;
import inventory.launcher.generate.Events;
import inventory.launcher.generate.FileDrop;
import inventory.launcher.generate.FileDrop.FileTarget;
import inventory.launcher.generate.KinesisEvents;
import inventory.launcher.generate.Pace;
import inventory.launcher.generate.Recipe;
import inventory.launcher.generate.Totals;
import inventory.launcher.terminal.Terminal;
import inventory.model.Names;
import inventory.model.resource.Variables;
import inventory.stack.LaunchException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of all kinds of generated data: what it is, where it goes, and how fast. */
final class GenerateOptions {

  private static final int MAX_WAREHOUSES = 1_000;
  private static final int MAX_ITEMS = 1_000_000;
  private static final int MAX_PREFIX = 100;
  private static final double MAX_ZIPF = 10;

  @Option(names = "--seed", defaultValue = "1", description = "The same seed makes the same data.")
  private long seed;

  @Option(
      names = "--warehouses",
      defaultValue = "3",
      description = "Number of warehouses, stores or shops.")
  private int warehouses;

  @Option(
      names = "--warehouse-prefix",
      description = "Beginning of their names. Runs with different prefixes are independent.")
  private String prefix;

  @Option(names = "--items", defaultValue = "100", description = "Number of items or products.")
  private int items;

  @Option(
      names = "--duplicates",
      defaultValue = "0%",
      converter = Converters.Share.class,
      description = "Share of files, entries or events sent twice.")
  private double duplicates;

  @Option(
      names = "--malformed",
      defaultValue = "0%",
      converter = Converters.Share.class,
      description = "Share of rows, entries or events to be rejected.")
  private double malformed;

  @Option(names = "--rate", description = "Files or events per time, as 500/s or 30/min.")
  private Pace pace = Pace.unlimited();

  @Option(names = "--to", description = "Write to this folder, and not to an environment.")
  private Path to;

  @Option(names = "--totals", description = "File for the totals that ./inventory verify reads.")
  private Path totals;

  @Mixin private EnvironmentOptions environment;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  private final Terminal messages = Terminal.error();

  /** Generates and stores files. */
  @FunctionalInterface
  interface FileWork {
    /** Generates; returns the totals. */
    Totals generate(FileDrop drop) throws IOException, InterruptedException;
  }

  Recipe recipe(List<String> names, Instant start, double late, double zipf) {
    require("--items", items, MAX_ITEMS);
    if (!(zipf >= 0 && zipf <= MAX_ZIPF)) {
      throw wrong("--zipf is " + zipf + ": it must be from 0 to 10");
    }
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

  /** Stores this number of files and writes their totals; returns the exit code. */
  int files(long number, FileWork work) throws Exception {
    requireTotalsFolder();
    Runnable progress = progress("files", number);
    if (to != null) {
      write(work.generate(new FileDrop(FileTarget.folder(to), pace, progress)));
    } else {
      environment.run(
          (clients, names) -> {
            FileTarget bucket = FileTarget.bucket(clients.s3(), names.bucket());
            write(work.generate(new FileDrop(bucket, pace, progress)));
          });
    }
    return 0;
  }

  /** Publishes events and writes their totals; returns the exit code. */
  int events(Recipe recipe, int number) throws Exception {
    requireTotalsFolder();
    Runnable progress = progress("events", number);
    if (to != null) {
      write(Events.publish(recipe, number, EventTarget.folder(to), pace, progress));
    } else {
      String stream = environment.variables(System.getenv()).get(Variables.STREAM);
      environment.run(
          (clients, names) -> {
            if (stream == null || clients.kinesis().isEmpty()) {
              throw new LaunchException(
                  "this environment has no event stream: ./inventory up says why when it starts");
            }
            EventTarget target = new KinesisEvents(clients.kinesis().get(), stream);
            write(Events.publish(recipe, number, target, pace, progress));
          });
    }
    return 0;
  }

  /** Shows the progress where lines can change. */
  private Runnable progress(String what, long number) {
    AtomicLong done = new AtomicLong();
    long step = Math.max(1, number / 1_000);
    return () -> {
      if (done.incrementAndGet() % step == 0 && messages.styled()) {
        messages.status(
            "  %s %,d of %,d %s"
                .formatted(Terminal.bar(done.get(), number), done.get(), number, what));
      }
    };
  }

  private void write(Totals result) throws IOException {
    messages.endStatus();
    if (totals == null) {
      result.write(System.out);
      return;
    }
    try (OutputStream out = Files.newOutputStream(totals)) {
      result.write(out);
    }
  }

  /** Fails before the work and not after minutes of it. */
  private void requireTotalsFolder() {
    if (totals != null && !Files.isDirectory(totals.toAbsolutePath().getParent())) {
      throw new LaunchException(
          "--totals is " + totals + ", but its folder does not exist: create it, or name another");
    }
  }
}
