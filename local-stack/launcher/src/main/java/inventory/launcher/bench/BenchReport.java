package inventory.launcher.bench;

import inventory.launcher.terminal.Terminal;
import inventory.launcher.terminal.TextTable;
import java.util.List;
import picocli.CommandLine.Help.Ansi.Style;

/** Prints what was measured, and how it stands to what was aimed at. */
final class BenchReport {

  private static final double PART_OF_CEILING = 0.8;
  private static final double TIMES_LAB = 100;
  private static final double MEDIAN_MILLIS = 150;
  private static final double MAIL_MEDIAN_MILLIS = 400;
  private static final double PART_OF_EVENT_CEILING = 0.6;
  private static final double EVENT_MEDIAN_MILLIS = 500;
  private static final double PERCENT = 100;
  private static final double MEGABYTE = 1 << 20;

  private final Terminal terminal;

  BenchReport(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Prints all; the last measurement is the one that is compared with the lab's loader. */
  void print(List<Measurement> measurements, Latency.Result latency, Latency.Result mails) {
    terminal.heading("Rows per second, on one DynamoDB in memory; every level was checked");
    table(measurements);
    terminal.line("");
    latency("From the put of a 200-row file to all its levels over REST", latency);
    latency("From the put of a 5-row file to the e-mail in the mailbox", mails);
    explain();
    terminal.heading("Aims");
    for (Measurement each : measurements) {
      double percent = each.partOfCeiling() * PERCENT;
      aim(
          each.title() + ": %.0f %% of (c), aim 80 %%".formatted(percent),
          each.partOfCeiling() / PART_OF_CEILING);
    }
    Measurement last = measurements.get(measurements.size() - 1);
    aim(
        last.title() + ": %.0f times (a), aim 100 times".formatted(last.timesLab()),
        last.timesLab() / TIMES_LAB);
    aim(
        "200-row file to REST: median %.0f ms, aim under 150 ms".formatted(latency.median()),
        MEDIAN_MILLIS / latency.median());
    aim(
        "5-row file to the e-mail: median %.0f ms, aim under 400 ms".formatted(mails.median()),
        MAIL_MEDIAN_MILLIS / mails.median());
  }

  /** Prints what was measured of events. */
  void printEvents(EventRate.Result events, Latency.Result latency, int perSecond) {
    terminal.heading("Events per second, on one DynamoDB in memory; every level was checked");
    terminal.line(
        "  %,d events over 200 products: %,.0f/s sustained (%,d/s offered), %,.0f/s in a burst"
            .formatted(
                events.sustained().rows(),
                events.sustained().rowsPerSecond(),
                events.offered(),
                events.burst().rowsPerSecond()));
    terminal.line(
        "  The store's ceiling for their writes: %,.0f/s with %d threads"
            .formatted(events.ceiling().rowsPerSecond(), events.threads()));
    terminal.line(
        "  From PutRecords to the level over REST, at %d events/s: median %.0f ms, 95 %% within %.0f ms (%d events)"
            .formatted(perSecond, latency.median(), latency.p95(), latency.files()));
    terminal.heading("Aims");
    aim(
        "events: %.0f %% of the ceiling, aim 60 %%".formatted(events.partOfCeiling() * PERCENT),
        events.partOfCeiling() / PART_OF_EVENT_CEILING);
    aim(
        "event to REST: median %.0f ms, aim under 500 ms".formatted(latency.median()),
        EVENT_MEDIAN_MILLIS / latency.median());
  }

  private void table(List<Measurement> measurements) {
    TextTable table =
        new TextTable(
            "work",
            "(a) loader",
            "(b) ours",
            "(c) ceiling",
            "threads",
            "b/c",
            "b/a",
            "b, s",
            "of it put, s",
            "WU a",
            "WU b",
            "heap, MB");
    for (Measurement each : measurements) {
      table.row(
          each.title(),
          "%,.0f".formatted(each.lab().rowsPerSecond()),
          "%,.0f".formatted(each.ours().rowsPerSecond()),
          "%,.0f".formatted(each.ceiling().rowsPerSecond()),
          each.threads(),
          "%.0f %%".formatted(each.partOfCeiling() * PERCENT),
          "%.1f".formatted(each.timesLab()),
          "%.2f".formatted(each.ours().seconds()),
          "%.2f".formatted(each.putSeconds()),
          "%,.0f".formatted(each.labUnits()),
          "%,.0f".formatted(each.ourUnits()),
          "%.0f".formatted(each.peakHeap() / MEGABYTE));
    }
    table.print(terminal);
  }

  private void latency(String what, Latency.Result result) {
    terminal.line(
        "  %s: median %.0f ms, 95 %% within %.0f ms (%d files)"
            .formatted(what, result.median(), result.p95(), result.files()));
  }

  private void explain() {
    terminal.line("");
    for (String line : LEGEND.split("\n", -1)) {
      terminal.line(line.isEmpty() ? "" : "  " + terminal.styled(Style.faint, line));
    }
  }

  private static final String LEGEND =
      """
      (a) a PutItem for each row, one after the other, no history, no index; up to 20,000 rows
      (b) from the first put into S3 until the last file's record is finished
      (c) the transactions of (b), made beforehand and sent by 1, 4 or 8 threads, the fastest
      put: the time until S3 had taken the last file, during which earlier ones are taken in
      WU: write units per 1,000 rows by DynamoDB's rules, from the sizes of the items written
      heap: highest jvm_memory_used_bytes of ingest-service's heap, seen twice a second, garbage included
      All virtual machines were warmed up by other work. alert-service is started for the e-mails
      alone, after all else.""";

  /** A quotient of 1 or more meets the aim. */
  private void aim(String text, double quotient) {
    boolean met = quotient >= 1;
    String verdict =
        met
            ? terminal.styled(Style.fg_green, "met")
            : terminal.styled(
                Style.fg_yellow, "missed by %.0f %%".formatted((1 - quotient) * PERCENT));
    terminal.line("  " + text + ": " + verdict);
  }
}
