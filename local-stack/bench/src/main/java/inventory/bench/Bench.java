package inventory.bench;

import inventory.bench.BenchReport.Measurement;
import inventory.bench.Work.Shape;
import inventory.launcher.cli.Main;
import inventory.launcher.generate.Pace;
import inventory.launcher.generate.Recipe;
import inventory.launcher.generate.Totals;
import inventory.launcher.generate.event.EventPublisher;
import inventory.launcher.generate.event.Events;
import inventory.launcher.generate.event.KinesisEvents;
import inventory.launcher.terminal.Terminal;
import inventory.launcher.verify.Verification;
import inventory.stack.Installation;
import inventory.stack.LaunchException;
import inventory.stack.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code ./inventory bench}. */
@Command(
    name = "./inventory bench",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    description =
        "Measure a fresh environment in memory, next to a simple loader and the store's limit.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:measured",
      "1:a level was wrong, or something failed; the reason is printed"
    })
final class Bench implements Callable<Integer> {

  private static final List<Shape> SHAPES =
      List.of(
          new Shape("small", 200, 200, 500_000),
          new Shape("large", 1, 100_000, 200),
          new Shape("huge", 1, 1_000_000, 200));
  // Enough for the compilers to have seen the code that matters.
  private static final List<Shape> WARM_UP =
      List.of(new Shape("warm", 40, 200, 500_000), new Shape("warmer", 1, 300_000, 50));
  private static final int LOADED_ROWS = 20_000;
  private static final int WARM_UPS = 10;
  private static final int SAMPLES = 30;
  private static final int EVENTS = 6_000;
  private static final int EVENTS_PER_SECOND = 50;
  private static final int PRODUCTS = 200;
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final long POLL_MILLIS = 500;

  @Option(names = "--quick", description = "A tenth of the work.")
  private boolean quick;

  @Option(
      names = "--events",
      description = "Events alone, through stream, pipe and queue; needs Node.")
  private boolean events;

  private final Terminal terminal = Terminal.standard();

  private Bench() {}

  /** Runs the benchmark. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Bench()).setExecutionExceptionHandler(Main::explain).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("inventory-bench").toRealPath();
    try (StateFolder state = StateFolder.open(folder)) {
      try (BenchEnvironment environment =
          new BenchEnvironment(Installation.find(), state, terminal::status)) {
        Runtime.getRuntime().addShutdownHook(new Thread(environment::close, "stop"));
        terminal.line("Logs and files are in " + folder + ", and are removed in the end.");
        environment.start();
        if (events) {
          measureEvents(environment);
        } else {
          measureFiles(environment, Files.createDirectories(state.data().resolve("work")));
        }
      }
      state.remove();
    }
    return 0;
  }

  private void measureFiles(BenchEnvironment environment, Path folder) throws Exception {
    Store store = new Store(environment.clients(), environment.names().table());
    Latency rest = new Latency(environment);
    for (Shape shape : WARM_UP) {
      measure(shape, environment, store, folder);
    }
    rest.toRest(WARM_UPS);
    List<Measurement> measurements = new ArrayList<>();
    for (Shape shape : SHAPES) {
      measurements.add(measure(quick ? shape.tenth() : shape, environment, store, folder));
    }
    terminal.status("  the latency of small files");
    Latency.Result toRest = rest.toRest(SAMPLES);
    terminal.status("  the latency of e-mails");
    environment.startAlerts();
    Latency mail = new Latency(environment);
    mail.toMail(2 * WARM_UPS);
    new BenchReport(terminal).print(measurements, toRest, mail.toMail(SAMPLES));
  }

  private Measurement measure(Shape shape, BenchEnvironment environment, Store store, Path folder)
      throws InterruptedException, IOException {
    Work work = Work.generate(shape, folder);
    terminal.status("  " + work.title() + ": the loader");
    Speed loader = store.load(Math.min(work.rows(), quick ? LOADED_ROWS / 10 : LOADED_ROWS));
    terminal.status("  " + work.title() + ": the system");
    Ingestion system = Ingestion.measure(work, environment);
    terminal.status("  " + work.title() + ": the store's limit");
    return new Measurement(work, loader, system, store.limit(work));
  }

  private void measureEvents(BenchEnvironment environment) throws Exception {
    environment.startStream();
    burst(environment, EVENTS / 2);
    Speed burst = burst(environment, quick ? EVENTS / 5 : EVENTS);
    terminal.status("  the latency of events");
    Latency latency = new Latency(environment);
    ScheduledExecutorService others = Executors.newSingleThreadScheduledExecutor();
    AtomicInteger number = new AtomicInteger();
    Future<?> publishing =
        others.scheduleAtFixedRate(
            () -> latency.publish("other", number.incrementAndGet()),
            0,
            TimeUnit.SECONDS.toMicros(1) / EVENTS_PER_SECOND,
            TimeUnit.MICROSECONDS);
    try {
      latency.eventToRest(WARM_UPS);
      Latency.Result toRest = latency.eventToRest(SAMPLES);
      if (publishing.isDone()) {
        throw new LaunchException("the other events could not be published");
      }
      new BenchReport(terminal).printEvents(burst, toRest, EVENTS_PER_SECOND);
    } finally {
      others.shutdownNow();
    }
  }

  /** From the first publication until the reports have all levels. */
  private Speed burst(BenchEnvironment environment, int number)
      throws InterruptedException, IOException {
    terminal.status("  %,d events".formatted(number));
    List<String> shops = List.of("events " + number);
    Instant start = Instant.parse("2026-05-06T06:00:00Z");
    Recipe recipe = new Recipe(number, start, shops, PRODUCTS, 0, 0, 0, 0);
    long begin = System.nanoTime();
    Totals totals;
    try (EventPublisher publisher =
        new EventPublisher(
            new KinesisEvents(
                environment.clients().kinesis().orElseThrow(), environment.names().stream()))) {
      totals = new Events(recipe, number).publish(publisher, Pace.unlimited(), () -> {});
    }
    Verification verification = new Verification(environment.reports(), totals);
    while (!verification.differences().isEmpty()) {
      if (System.nanoTime() - begin > LONGEST.toNanos()) {
        throw new LaunchException("the events are not processed after " + LONGEST);
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    return Speed.since(begin, number, 0);
  }
}
