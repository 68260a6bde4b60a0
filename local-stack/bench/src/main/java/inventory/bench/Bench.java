package inventory.bench;

import inventory.bench.BenchReport.Measurement;
import inventory.bench.Work.Shape;
import inventory.launcher.cli.Main;
import inventory.launcher.terminal.Terminal;
import inventory.stack.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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

  @Option(names = "--quick", description = "A tenth of the work.")
  private boolean quick;

  @Option(names = "--latency", description = "The latencies alone.")
  private boolean latency;

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
      try (BenchEnvironment environment = new BenchEnvironment(state, terminal::status)) {
        Runtime.getRuntime().addShutdownHook(new Thread(environment::close, "stop"));
        terminal.line("Logs and files are in " + folder + ", and are removed in the end.");
        environment.start();
        measure(environment, Files.createDirectories(state.data().resolve("work")));
      }
      state.remove();
    }
    return 0;
  }

  private void measure(BenchEnvironment environment, Path folder) throws Exception {
    Store store = new Store(environment.clients(), environment.names().table());
    Latency rest = new Latency(environment);
    for (Shape shape : latency ? List.<Shape>of() : WARM_UP) {
      measure(shape, environment, store, folder);
    }
    rest.toRest(latency ? 2 * SAMPLES : WARM_UPS);
    List<Measurement> measurements = new ArrayList<>();
    for (Shape shape : latency ? List.<Shape>of() : SHAPES) {
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
}
