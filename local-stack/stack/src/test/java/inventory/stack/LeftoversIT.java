package inventory.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversIT {

  @TempDir private Path folder;

  @Test
  void onlyTheServicesOfTheFolderAreEnded() throws IOException {
    Process ours = sleeper(folder.resolve("logs"));
    Process others = sleeper(folder.resolve("logs2"));
    try {
      assertThat(Leftovers.end(folder.resolve("logs"))).isEqualTo(1);
      await().atMost(Duration.ofSeconds(10)).until(() -> !ours.isAlive());
      assertThat(others.isAlive()).isTrue();
    } finally {
      ours.destroyForcibly();
      others.destroyForcibly();
    }
    assertThat(Leftovers.end(folder.resolve("logs"))).isZero();
  }

  private static Process sleeper(Path logs) throws IOException {
    Process process =
        new JavaCommand(
                System.getProperty("java.class.path"),
                List.of("-Xmx32m", Leftovers.mark(logs)),
                SupervisorIT.Sleeper.class.getName(),
                List.of())
            .toProcess(Map.of())
            .start();
    // By then the shell that starts it has become it.
    assertThat(process.inputReader().readLine()).isEqualTo("up");
    return process;
  }
}
