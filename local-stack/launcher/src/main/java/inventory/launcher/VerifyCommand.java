package inventory.launcher;

import inventory.launcher.demo.ReportingClient;
import inventory.launcher.generate.Totals;
import inventory.launcher.generate.TotalsFile;
import inventory.launcher.terminal.Terminal;
import inventory.launcher.terminal.Terminal.Style;
import inventory.launcher.verify.Verification;
import inventory.model.resource.Variables;
import inventory.stack.LaunchException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds the system against what was generated. */
@Command(
    name = "verify",
    sortOptions = false,
    description = "Ask the REST API whether the system has arrived at generated totals.",
    exitCodeOnExecutionException = VerifyCommand.NOT_DONE,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:everything is as the totals say",
      "1:there are differences; they are printed",
      "2:it could not be done; the reason is printed"
    })
final class VerifyCommand implements Callable<Integer> {

  static final int NOT_DONE = 2;

  private static final String STANDARD_INPUT = "-";
  private static final int MAX_SHOWN = 20;
  private static final long POLL_MILLIS = 500;

  @Parameters(
      paramLabel = "TOTALS",
      description = "What ./inventory generate wrote; - for the standard input.")
  private String file;

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      defaultValue = "0s",
      converter = Converters.DurationConverter.class,
      description = "How long to ask again until all is so, as 60s or 5m (${DEFAULT-VALUE}).")
  private Duration patience;

  @Mixin private EnvironmentOptions environment;

  private final Terminal terminal = Terminal.standard();

  @Override
  public Integer call() throws Exception {
    Totals totals = read();
    List<String> differences = differences(new Verification(reports(), totals));
    if (differences.isEmpty()) {
      terminal.line(
          terminal.styled(
              Style.GOOD,
              "✓ %d levels, %d thresholds and %d files are as the totals say."
                  .formatted(
                      totals.levels().size(), totals.thresholds().size(), totals.files().size())));
      return 0;
    }
    differences.stream().limit(MAX_SHOWN).map(Terminal::printable).forEach(terminal::line);
    if (differences.size() > MAX_SHOWN) {
      terminal.line("and " + (differences.size() - MAX_SHOWN) + " more differences");
    }
    return 1;
  }

  private Totals read() throws IOException {
    if (file.equals(STANDARD_INPUT)) {
      return TotalsFile.read(System.in, "the standard input");
    }
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      return TotalsFile.read(in, file);
    } catch (NoSuchFileException e) {
      throw new LaunchException(
          file + " does not exist: have ./inventory generate write it, with --totals", e);
    }
  }

  private ReportingClient reports() throws IOException {
    Map<String, String> variables = environment.variables(System.getenv());
    URI api = URI.create(require(variables, Variables.API, "the base URL of the REST API"));
    return new ReportingClient(
        api, require(variables, Variables.TOKEN, "an access token, as ./inventory token prints"));
  }

  private static String require(Map<String, String> variables, String name, String meaning) {
    return Optional.ofNullable(variables.get(name))
        .orElseThrow(
            () ->
                new LaunchException(
                    "%s is not set: name the environment's folder with --state, or set it to %s"
                        .formatted(name, meaning)));
  }

  /** Asks until there are no differences, or the time is over; at least once. */
  private List<String> differences(Verification verification) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() - deadline < 0) {
      try {
        if (verification.differences().isEmpty()) {
          return List.of();
        }
      } catch (LaunchException e) {
        // The API may be starting; what is wrong is told by the last attempt.
        terminal.status("waiting: " + e.getMessage());
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    return verification.differences();
  }
}
