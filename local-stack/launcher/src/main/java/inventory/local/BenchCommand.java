package inventory.local;

import inventory.local.bench.Bench;
import inventory.local.bench.BenchStack;
import inventory.local.process.Installation;
import inventory.local.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how fast files become levels. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
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

  private final Terminal terminal = Terminal.standard();

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("inventory-bench").toRealPath();
    BenchStack stack = new BenchStack(Installation.find(), folder, terminal::status);
    new Cleanup(INTERRUPTED, stack::close)
        .after(
            () -> {
              stack.start();
              new Bench(stack, terminal, folder).run(quick);
            });
    // Left in place where something failed: the logs are in it.
    delete(folder);
    return 0;
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
