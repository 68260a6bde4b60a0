package inventory.launcher.cli;

import inventory.launcher.bench.Bench;
import inventory.launcher.bench.BenchStack;
import inventory.launcher.terminal.Terminal;
import inventory.stack.Installation;
import inventory.stack.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how fast files become levels. */
@Command(
    name = "bench",
    sortOptions = false,
    description =
        "Measure a fresh environment in memory beside a simple loader and the store's own limit.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:measured",
      "1:a level was wrong, or something failed; the reason is printed"
    })
final class BenchCommand implements Callable<Integer> {

  private static final int INTERRUPTED = 130;

  @Option(names = "--quick", description = "A tenth of the work.")
  private boolean quick;

  @Option(
      names = "--events",
      description = "Events alone, through stream, pipe and queue; needs Node.")
  private boolean events;

  private final Terminal terminal = Terminal.standard();

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("inventory-bench").toRealPath();
    try (StateFolder state = StateFolder.open(folder)) {
      BenchStack stack = new BenchStack(Installation.find(), state, terminal::status);
      new Cleanup(INTERRUPTED, failed -> finish(stack, state, failed))
          .after(
              () -> {
                stack.start();
                measure(stack, state);
              });
    }
    return 0;
  }

  private void measure(BenchStack stack, StateFolder state)
      throws IOException, InterruptedException {
    Bench bench = new Bench(stack, terminal, Files.createDirectories(state.data()));
    if (events) {
      bench.runEvents(quick);
    } else {
      bench.run(quick);
    }
  }

  /** What failed is kept, to be looked into. */
  private void finish(BenchStack stack, StateFolder state, boolean failed) {
    stack.close();
    if (failed) {
      terminal.line("Logs and files are kept in " + state.path());
    } else {
      state.remove();
    }
  }
}
