package inventory.launcher;

import java.time.Instant;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of data with times: when they begin, how many are late, and how they are spread. */
final class TimelineOptions {

  /** From when generated timestamps count, always the same; a Monday. */
  static final String START = "2026-01-05T06:00:00Z";

  private static final double MAX_ZIPF = 10;

  @Option(
      names = "--start",
      paramLabel = "INSTANT",
      defaultValue = TimelineOptions.START,
      converter = Converters.InstantConverter.class,
      description = "From when timestamps count (${DEFAULT-VALUE}).")
  private Instant start;

  @Option(
      names = "--late",
      paramLabel = "SHARE",
      defaultValue = "0%",
      converter = Converters.ShareConverter.class,
      description = "How many rows or events come after what is later, as 5%% (0%%).")
  private double late;

  @Option(
      names = "--zipf",
      paramLabel = "EXPONENT",
      defaultValue = "1.0",
      description =
          "How much more popular the first items are than the last, from 0 (not at all) to 10"
              + " (${DEFAULT-VALUE}).")
  private double zipf;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  Instant start() {
    return start;
  }

  double late() {
    return late;
  }

  double zipf() {
    if (!(zipf >= 0 && zipf <= MAX_ZIPF)) {
      throw new ParameterException(
          spec.commandLine(), "--zipf is " + zipf + ": it must be from 0 to 10");
    }
    return zipf;
  }
}
