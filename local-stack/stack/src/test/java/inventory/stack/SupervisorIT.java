package inventory.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class SupervisorIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<String> said = new CopyOnWriteArrayList<>();

  @Test
  void aProgramThatIsKilledIsStartedAgainAndStoppedInTheEnd() throws InterruptedException {
    Program program = new Program("exec sleep 600");
    try (Supervisor supervisor = new Supervisor(said::add)) {
      supervisor.start(List.of(program));
      program.latest().destroyForcibly();
      await().atMost(PATIENCE).until(() -> program.started.size() == 2);
      await().atMost(PATIENCE).until(() -> said.contains("program is ready again"));
      assertThat(program.latest().isAlive()).isTrue();
    }
    assertThat(said).first().asString().contains("program ended with exit code 137");
    assertThat(program.started).hasSize(2).noneMatch(Process::isAlive);
  }

  @Test
  void aProgramThatDoesNotBecomeReadyIsReportedAndStopped() {
    Program program = new Program("exec sleep 600");
    program.problem = "no answer";
    try (Supervisor supervisor = new Supervisor(said::add)) {
      assertThatThrownBy(() -> supervisor.start(List.of(program)))
          .isInstanceOf(LaunchException.class)
          .hasMessage("no answer");
    }
    assertThat(program.started).hasSize(1).noneMatch(Process::isAlive);
  }

  @Test
  void aProgramIsDeafToCtrlCAndEndsWhenTold() throws Exception {
    JavaCommand command =
        new JavaCommand(
            System.getProperty("java.class.path"),
            List.of("-Xmx32m"),
            Sleeper.class.getName(),
            List.of());
    Process process = command.toProcess(Map.of()).start();
    try {
      assertThat(process.inputReader().readLine()).isEqualTo("up");
      new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
      assertThat(process.inputReader().readLine()).isEqualTo("still up");
      process.destroy();
      await().atMost(PATIENCE).until(() -> !process.isAlive());
    } finally {
      process.destroyForcibly();
    }
  }

  /** Says that it is up, and once more after a line of input. */
  static final class Sleeper {

    private Sleeper() {}

    public static void main(String[] args) throws IOException, InterruptedException {
      System.out.println("up");
      if (System.in.read() == '\n') {
        System.out.println("still up");
      }
      Thread.currentThread().join();
    }
  }

  /** A shell command that is ready at once, or never. */
  private static final class Program implements Supervised {

    private final String script;
    private final List<Process> started = new CopyOnWriteArrayList<>();
    private String problem = "";

    Program(String script) {
      this.script = script;
    }

    @Override
    public String name() {
      return "program";
    }

    @Override
    public Process start() throws IOException {
      Process process = new ProcessBuilder("/bin/sh", "-c", script).start();
      started.add(process);
      return process;
    }

    @Override
    public void awaitReady(Process process) {
      if (!problem.isEmpty()) {
        throw new LaunchException(problem);
      }
    }

    Process latest() {
      return started.get(started.size() - 1);
    }
  }
}
