package inventory.bench;

import inventory.launcher.terminal.Terminal;
import inventory.launcher.terminal.TextTable;
import java.util.List;
import picocli.CommandLine.Help.Ansi.Style;

/** Prints the results and compares them with the targets. */
record BenchReport(Terminal terminal) {

  private static final double LIMIT_SHARE = 0.8;
  private static final double TIMES_LOADER = 100;
  private static final double REST_MILLIS = 150;
  private static final double MAIL_MILLIS = 400;
  private static final double EVENT_MILLIS = 500;
  private static final double PERCENT = 100;
  private static final double MEGABYTE = 1 << 20;

  private static final String LEGEND =
      """
      (a) one PutItem per row, one after the other, without history and index; at most 20,000 rows
      (b) from the first upload until the record of the last file is finished
      (c) the movements and levels of (b) in transactions by 1, 4 or 8 threads, the fastest
      put: the time until S3 had the last file; earlier files are processed meanwhile
      WU: write units per 1,000 rows, as the store reports them for (a) and (c)
      heap: the largest heap of ingest-service seen, garbage included
      Other work has warmed up all programs. alert-service runs only for the e-mails.""";

  /** The results for some work. */
  record Measurement(Work work, Speed loader, Ingestion system, Store.Limit limit) {

    double limitShare() {
      return system.speed().rowsPerSecond() / limit.speed().rowsPerSecond();
    }

    double timesLoader() {
      return system.speed().rowsPerSecond() / loader.rowsPerSecond();
    }
  }

  /** Prints the table; the last measurement is compared with the loader. */
  void print(List<Measurement> measurements, Latency.Result rest, Latency.Result mail) {
    terminal.heading("Rows per second, with the store in memory; every level was checked");
    TextTable table =
        new TextTable(
            "work",
            "(a) loader",
            "(b) ours",
            "(c) ceiling",
            "threads",
            "b/c, %",
            "b/a",
            "b, s",
            "put, s",
            "WU a",
            "WU c",
            "heap, MB");
    for (Measurement each : measurements) {
      table.row(
          each.work().title(),
          rounded(each.loader().rowsPerSecond()),
          rounded(each.system().speed().rowsPerSecond()),
          rounded(each.limit().speed().rowsPerSecond()),
          each.limit().threads(),
          rounded(each.limitShare() * PERCENT),
          "%.1f".formatted(each.timesLoader()),
          "%.2f".formatted(each.system().speed().seconds()),
          "%.2f".formatted(each.system().putSeconds()),
          rounded(each.loader().writeUnitsPerThousand()),
          rounded(each.limit().speed().writeUnitsPerThousand()),
          rounded(each.system().peakHeap() / MEGABYTE));
    }
    table.print(terminal);
    terminal.line("");
    latency("From the upload of a 200-row file to all of its levels over REST", rest);
    latency("From the upload of a 5-row file to the e-mail in the mailbox", mail);
    terminal.line("");
    LEGEND.lines().forEach(line -> terminal.line("  " + terminal.styled(Style.faint, line)));
    terminal.heading("Targets");
    for (Measurement each : measurements) {
      String text = "%s: %.0f %% of (c), target 80 %%";
      double percent = each.limitShare() * PERCENT;
      target(text.formatted(each.work().title(), percent), each.limitShare() / LIMIT_SHARE);
    }
    Measurement last = measurements.get(measurements.size() - 1);
    target(
        "%s: %.0f times (a), target 100".formatted(last.work().title(), last.timesLoader()),
        last.timesLoader() / TIMES_LOADER);
    target("200-row file to REST", rest, REST_MILLIS);
    target("5-row file to the e-mail", mail, MAIL_MILLIS);
  }

  /** Prints the results of events. */
  void printEvents(Speed burst, Latency.Result rest, int perSecond) {
    terminal.heading("Events per second, with the store in memory; every level was checked");
    terminal.line(
        "  %,d events of 200 products: %,.0f/s".formatted(burst.rows(), burst.rowsPerSecond()));
    latency("From PutRecord to the level over REST, at %d events/s".formatted(perSecond), rest);
    terminal.heading("Targets");
    target("event to REST", rest, EVENT_MILLIS);
  }

  private static String rounded(double number) {
    return "%,.0f".formatted(number);
  }

  private void latency(String name, Latency.Result result) {
    terminal.line(
        "  %s: median %.0f ms, 95 %% within %.0f ms (%d times)"
            .formatted(name, result.median(), result.p95(), result.count()));
  }

  private void target(String name, Latency.Result result, double millis) {
    String text = "%s: median %.0f ms, target below %.0f ms";
    target(text.formatted(name, result.median(), millis), millis / result.median());
  }

  /** The target is met if the quotient is 1 or more. */
  private void target(String text, double quotient) {
    String missed = "missed by %.0f %%".formatted((1 - quotient) * PERCENT);
    terminal.line(
        "  %s: %s"
            .formatted(
                text,
                quotient >= 1
                    ? terminal.styled(Style.fg_green, "met")
                    : terminal.styled(Style.fg_yellow, missed)));
  }
}
