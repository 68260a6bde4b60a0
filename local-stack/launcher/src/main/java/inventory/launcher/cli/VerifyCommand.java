package inventory.launcher.cli;

import inventory.launcher.generate.Totals;
import inventory.launcher.terminal.Terminal;
import inventory.launcher.verify.Verification;
import inventory.stack.LaunchException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares the reports with the totals of generated data. */
@Command(
    name = "verify",
    description = "Compare the reports with the totals of ./inventory generate.",
    exitCodeOnExecutionException = VerifyCommand.NOT_DONE,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:everything is as in the totals",
      "1:there are differences; they are printed",
      "2:the comparison failed; the reason is printed"
    })
final class VerifyCommand implements Callable<Integer> {

  static final int NOT_DONE = 2;

  private static final String STANDARD_INPUT = "-";
  private static final int MAX_SHOWN = 20;
  private static final long POLL_MILLIS = 500;

  @Parameters(
      paramLabel = "TOTALS",
      description = "File that ./inventory generate wrote; - for the standard input.")
  private String file;

  @Option(names = "--wait", description = "Retry for this time, as 60s or 5m (0s).")
  private Duration patience = Duration.ZERO;

  @Mixin private EnvironmentOptions environment;

  private final Terminal terminal = Terminal.standard();

  @Override
  public Integer call() throws Exception {
    Totals totals = read();
    List<String> differences = differences(new Verification(environment.reports(), totals));
    if (differences.isEmpty()) {
      terminal.line(
          terminal.styled(
              Style.fg_green,
              "✓ %d levels, %d thresholds and %d files are as in the totals."
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
      return Totals.read(System.in, "the standard input");
    }
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      return Totals.read(in, file);
    } catch (NoSuchFileException e) {
      throw new LaunchException(
          file + " does not exist: write it with ./inventory generate … --totals " + file, e);
    }
  }

  /** Compares until there are no differences or the time is over; at least once. */
  private List<String> differences(Verification verification) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() - deadline < 0) {
      try {
        List<String> differences = verification.differences();
        if (differences.isEmpty()) {
          return differences;
        }
        terminal.status("  " + differences.size() + " differences; waiting");
      } catch (LaunchException e) {
        // The API may still be starting. The last attempt reports what is wrong.
        terminal.status("  waiting: " + e.getMessage());
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    return verification.differences();
  }
}
