package inventory.bench;

import inventory.launcher.terminal.Terminal;
import inventory.launcher.terminal.TextTable;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi.Style;

/** Prints the results. */
record BenchReport(Terminal terminal) {

  private static final double PERCENT = 100;
  private static final double MEGABYTE = 1 << 20;

  private static final String LEGEND =
      """
      (a) one PutItem per row, one after the other, without history and index; at most 20,000 rows
      (b) from the first upload until the record of the last file is finished
      (c) the movements and levels of (b) by the same calls without conditions, by 4, 16 or 32 threads, the fastest
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

  /** Prints the table and the latencies. */
  void print(List<Measurement> measurements, Latency.Result rest, Latency.Result mail) {
    if (!measurements.isEmpty()) {
      speeds(measurements);
    }
    latency("From the upload of a 200-row file to all of its levels over REST", rest);
    latency("From the upload of a 5-row file to the e-mail in the mailbox", mail);
    terminal.line("");
    LEGEND.lines().forEach(line -> terminal.line("  " + terminal.styled(Style.faint, line)));
  }

  private void speeds(List<Measurement> measurements) {
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
  }

  private static String rounded(double number) {
    return "%,.0f".formatted(number);
  }

  private void latency(String name, Latency.Result result) {
    terminal.line(
        "  %s: median %.0f ms, 95 %% within %.0f ms (%d times)"
            .formatted(name, result.median(), result.p95(), result.count()));
    terminal.line(
        "    processor time for each, ms: "
            + result.processorMillis().entrySet().stream()
                .filter(used -> used.getValue() >= 1)
                .map(used -> used.getKey() + " " + rounded(used.getValue()))
                .collect(Collectors.joining(", ")));
  }
}
