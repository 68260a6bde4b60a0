package inventory.launcher.bench.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import inventory.launcher.terminal.Terminal;
import inventory.launcher.terminal.Terminal.Style;
import inventory.launcher.terminal.TextTable;
import inventory.launcher.terminal.TextTable.Column;
import inventory.stack.LaunchException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Measures the reports beside a bare controller: both in turns, a few seconds each, so that
 * whatever else the machine does meets them alike. Before that both are asked for all reports, for
 * as long again: while a server is new, its compiler takes up to half of its processor time.
 */
public final class ReportBench {

  private static final int CONNECTIONS = 64;
  private static final int WAREHOUSES = 20;
  private static final int SLICES = 6;
  private static final double AIM = 0.85;
  private static final double PERCENT = 100;
  private static final double NANOS_PER_SECOND = 1e9;

  private final Terminal terminal;
  private final StockSeed stock;
  private final double seconds;

  /**
   * Prepares it.
   *
   * @param stockItems how many levels there are to report of, in 20 warehouses
   * @param seconds for how long each report is asked of each side
   */
  public ReportBench(Terminal terminal, int stockItems, double seconds) {
    this.terminal = terminal;
    this.stock = new StockSeed(WAREHOUSES, stockItems / WAREHOUSES);
    this.seconds = seconds;
  }

  /** Writes the levels to report of. */
  public void seed(DynamoDbClient dynamoDb, String table) throws InterruptedException {
    terminal.status("  writing %,d levels".formatted(stock.warehouses() * stock.items()));
    stock.write(dynamoDb, table);
  }

  /**
   * Measures, and prints it.
   *
   * @throws LaunchException if an answer is not what it should be
   */
  public void run(Target ours, Target bare) throws InterruptedException, IOException {
    List<Compared> all = new ArrayList<>();
    try (Clients clients = new Clients(CONNECTIONS, stock)) {
      for (Report report : Report.values()) {
        requireEntries(report, clients.answer(ours, report), clients.answer(bare, report));
        terminal.status("  warming up for " + report.title());
        clients.ask(ours, report, seconds);
        clients.ask(bare, report, seconds);
      }
      for (Report report : Report.values()) {
        terminal.status("  " + report.title());
        all.add(measure(clients, report, ours, bare));
      }
    }
    print(all);
  }

  private record Compared(Report report, Served ours, Served bare) {

    double share() {
      return ours.perSecond() / bare.perSecond();
    }
  }

  private Compared measure(Clients clients, Report report, Target ours, Target bare)
      throws InterruptedException {
    Sum oursSum = new Sum();
    Sum bareSum = new Sum();
    double slice = seconds / SLICES;
    for (int i = 0; i < SLICES; i++) {
      bareSum.add(clients, bare, report, slice);
      oursSum.add(clients, ours, report, slice);
    }
    return new Compared(report, oursSum.served(), bareSum.served());
  }

  /** What one side served, slice by slice; a slice lasts until its last answer is there. */
  private static final class Sum {
    private final LongStream.Builder nanos = LongStream.builder();
    private long elapsed;

    void add(Clients clients, Target target, Report report, double slice)
        throws InterruptedException {
      long begin = System.nanoTime();
      LongStream.of(clients.ask(target, report, slice)).forEach(nanos);
      elapsed += System.nanoTime() - begin;
    }

    Served served() {
      return Served.of(nanos.build().toArray(), elapsed / NANOS_PER_SECOND);
    }
  }

  private void requireEntries(Report report, byte[] ours, byte[] bare) throws IOException {
    JsonMapper json = new JsonMapper();
    JsonNode body = json.readTree(ours);
    int our = body.path(report == Report.R3 ? "warehouses" : "items").size();
    int raw = json.readTree(bare).size();
    int wanted = report.entries(stock);
    if (our != wanted || raw != wanted) {
      throw new LaunchException(
          "%s: %d entries wanted, reporting-api gave %d, the bare controller %d"
              .formatted(report.title(), wanted, our, raw));
    }
  }

  private void print(List<Compared> all) {
    terminal.heading(
        "Reports, %d connections, %,d stock items, %.0f s each"
            .formatted(CONNECTIONS, stock.warehouses() * stock.items(), seconds));
    TextTable table =
        new TextTable(
            Column.text("report"),
            Column.number("ours/s"),
            Column.number("bare/s"),
            Column.number("ours/bare"),
            Column.number("ours p99, ms"),
            Column.number("bare p99, ms"),
            Column.text("aim: 85 %"));
    for (Compared each : all) {
      boolean met = each.share() >= AIM;
      table.row(
          each.report().title(),
          "%,.0f".formatted(each.ours().perSecond()),
          "%,.0f".formatted(each.bare().perSecond()),
          "%.0f %%".formatted(each.share() * PERCENT),
          "%.1f".formatted(each.ours().p99Millis()),
          "%.1f".formatted(each.bare().p99Millis()),
          met ? "met" : "missed");
    }
    table.print(terminal);
    terminal.line();
    terminal.line(
        "  "
            + terminal.styled(
                Style.FAINT,
                "bare: a Micronaut controller that makes the same query and returns it as it comes"));
  }
}
