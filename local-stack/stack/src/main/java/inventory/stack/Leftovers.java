package inventory.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Services that outlived a launcher which was killed. They would hold their ports, and work beside
 * the new ones.
 */
final class Leftovers {

  private static final Duration STOP = Duration.ofSeconds(10);

  private Leftovers() {}

  /** What a service's command line has, so that it is known by the folder of its log. */
  static String mark(Path logs) {
    return "-Dinventory.logs=" + logs.toAbsolutePath().normalize();
  }

  /**
   * Ends all services of a folder; only for who holds its lock.
   *
   * @return how many there were
   */
  static int end(Path logs) {
    String mark = mark(logs);
    List<ProcessHandle> found =
        ProcessHandle.allProcesses().filter(process -> isMarked(process, mark)).toList();
    found.forEach(ProcessHandle::destroy);
    CompletableFuture.allOf(
            found.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
        .completeOnTimeout(null, STOP.toMillis(), TimeUnit.MILLISECONDS)
        .join();
    found.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    return found.size();
  }

  private static boolean isMarked(ProcessHandle process, String mark) {
    return process.info().arguments().map(Arrays::asList).orElse(List.of()).contains(mark);
  }
}
