package inventory.launcher.bench;

import inventory.launcher.terminal.Terminal;
import inventory.launcher.verify.ReportingClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The benchmark, on an environment of its own that is running and empty. */
public final class Bench {

  private static final List<WorkShape> SHAPES =
      List.of(
          new WorkShape("small", 200, 200, 40_000),
          new WorkShape("large", 1, 100_000, 4_000),
          new WorkShape("huge", 1, 1_000_000, 4_000));
  // Enough for the virtual machines to have compiled what matters.
  private static final List<WorkShape> WARM_UP =
      List.of(new WorkShape("warm", 40, 200, 8_000), new WorkShape("warmer", 1, 300_000, 1_000));
  private static final int LAB_ROWS = 20_000;
  private static final int WARM_UP_LAB_ROWS = 4_000;
  private static final int WARM_UP_LATENCY = 10;
  private static final int LATENCY_FILES = 30;
  private static final int WARM_UP_MAILS = 20;
  private static final int EVENTS = 6_000;
  private static final int EVENTS_PER_SECOND = 50;
  private static final List<Integer> THREADS = List.of(1, 4, 8);

  private final BenchStack stack;
  private final Terminal terminal;
  private final Path folder;

  /**
   * Prepares a benchmark.
   *
   * @param folder for the files to take in: 90 MB
   */
  public Bench(BenchStack stack, Terminal terminal, Path folder) {
    this.stack = stack;
    this.terminal = terminal;
    this.folder = folder;
  }

  /**
   * Runs it and prints what was measured.
   *
   * @param quick a tenth of everything
   * @throws inventory.stack.LaunchException if any level is wrong
   */
  public void run(boolean quick) throws InterruptedException, IOException {
    LabLoader lab = new LabLoader(stack.clients().dynamoDb());
    lab.createTable();
    Measuring measuring = new Measuring(stack, lab, THREADS, this::announce);
    Latency latency = latency();
    warmUp(measuring, latency);
    List<Measurement> measurements = new ArrayList<>();
    for (WorkShape shape : SHAPES) {
      WorkShape wanted = quick ? shape.tenth() : shape;
      measurements.add(measuring.measure(write(wanted, quick ? LAB_ROWS / 10 : LAB_ROWS)));
    }
    announce("latency of " + LATENCY_FILES + " small files");
    latency.measure(WARM_UP_LATENCY);
    Latency.Result toRest = latency.measure(LATENCY_FILES);
    announce("latency of " + LATENCY_FILES + " e-mails");
    new BenchReport(terminal).print(measurements, toRest, mails());
  }

  /**
   * Measures events alone, and prints it.
   *
   * @param quick a tenth of them
   * @throws inventory.stack.LaunchException if any level is wrong, or there is no Node
   */
  public void runEvents(boolean quick) throws InterruptedException, IOException {
    stack.startStream();
    LevelCheck levels = new LevelCheck(stack.clients().dynamoDb(), stack.names().table());
    EventRate rate = new EventRate(stack.clients(), stack.names(), levels, THREADS);
    announce("warming up: events");
    rate.measure(EVENTS / 2);
    announce("events");
    EventRate.Result events = rate.measure(quick ? EVENTS / 5 : EVENTS);
    EventLatency latency = new EventLatency(stack.clients(), stack.names().stream(), reports());
    announce("latency of " + LATENCY_FILES + " events");
    latency.measure(WARM_UP_LATENCY, EVENTS_PER_SECOND);
    new BenchReport(terminal)
        .printEvents(events, latency.measure(LATENCY_FILES, EVENTS_PER_SECOND), EVENTS_PER_SECOND);
  }

  private Latency.Result mails() throws InterruptedException, IOException {
    stack.startAlerts();
    MailLatency mails = new MailLatency(stack.clients().s3(), stack.names().bucket(), stack.mail());
    mails.measure(WARM_UP_MAILS);
    return mails.measure(LATENCY_FILES);
  }

  private Latency latency() {
    return new Latency(
        stack.clients(),
        stack.names().bucket(),
        new LevelCheck(stack.clients().dynamoDb(), stack.names().table()),
        reports());
  }

  private ReportingClient reports() {
    return new ReportingClient(stack.api(), stack.token());
  }

  private void warmUp(Measuring measuring, Latency latency)
      throws InterruptedException, IOException {
    for (WorkShape shape : WARM_UP) {
      announce("warming up: " + shape.title());
      measuring.measure(write(shape, WARM_UP_LAB_ROWS));
    }
    latency.measure(WARM_UP_LATENCY);
  }

  private Work write(WorkShape shape, int labRows) throws IOException {
    return new WorkWriter(shape, labRows).write(folder);
  }

  private void announce(String text) {
    terminal.status("  " + text);
  }
}
