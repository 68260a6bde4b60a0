package inventory.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
class ProcessGroupIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<String> said = new CopyOnWriteArrayList<>();

  @TempDir private Path folder;

  @Test
  void theFirstProgramThatEndsByItselfIsReportedAndTheOthersStopInTheEnd() throws Exception {
    ManagedProcess first = shell("first", "echo ready; exec sleep 600");
    ManagedProcess second = shell("second", "echo ready; exec sleep 600");
    CompletableFuture<ManagedProcess> ended = new CompletableFuture<>();
    try (ProcessGroup group = new ProcessGroup(said::add, ended)) {
      for (Future<?> start : List.of(group.begin(first), group.begin(second))) {
        ProcessGroup.await(start);
      }
      first.process().destroyForcibly();

      assertThat(ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isSameAs(first);

      assertThatThrownBy(first::awaitReady).hasMessageContaining("first ended with exit code 137");
      assertThat(second.process().isAlive()).isTrue();
    }
    assertThat(said).hasSize(2).allMatch(line -> line.matches("\\w+ ready after \\d+\\.\\d s"));
    assertThat(second.process().isAlive()).isFalse();
  }

  @Test
  void aProgramThatEndsBeforeItIsReadyIsReportedWithItsLog() {
    ManagedProcess program = shell("program", "echo no disk; exit 3");
    try (ProcessGroup group = new ProcessGroup(said::add, new CompletableFuture<>())) {
      assertThatThrownBy(() -> ProcessGroup.await(group.begin(program)))
          .isInstanceOf(LaunchException.class)
          .hasMessageContaining("program ended with exit code 3")
          .hasMessageContaining("program.log ends with:\n    no disk");
    }
  }

  @Test
  void aProgramThatIsRestartedIsNotReadyByItsEarlierOutput() throws Exception {
    ManagedProcess program =
        shell("program", "[ -e seen ] && exit 4; touch seen; echo ready; exec sleep 600");
    program.start();
    program.awaitReady();
    program.kill();

    program.start();

    assertThatThrownBy(program::awaitReady).hasMessageContaining("ended with exit code 4");
  }

  @Test
  void aProgramEndsWhenThePipeFromTheLauncherBreaks() throws Exception {
    ManagedProcess program = shell("program", "echo ready; exec sleep 600");
    program.start();
    program.awaitReady();

    // The system does this when the launcher is killed.
    program.process().getOutputStream().close();

    await().atMost(PATIENCE).until(() -> !program.process().isAlive());
  }

  @Test
  void aProgramThatDoesNotStopWhenThePipeBreaksIsKilled() throws Exception {
    List<String> command = new ArrayList<>(ManagedProcess.shell(Duration.ofSeconds(1)));
    command.addAll(List.of("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1; done"));
    Process program = new ProcessBuilder(command).start();
    assertThat(program.inputReader().readLine()).isEqualTo("ready");

    program.getOutputStream().close();

    await().atMost(PATIENCE).until(() -> !program.isAlive());
    assertThat(program.exitValue()).isEqualTo(137);
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "reads /proc")
  void aProgramHasASessionOfItsOwnWhereNoTerminalReachesIt() throws Exception {
    ManagedProcess program = shell("program", "echo ready; exec sleep 600");
    program.start();
    program.awaitReady();

    assertThat(session(program.process().pid())).isEqualTo(program.process().pid());

    program.close();
    assertThat(program.process().exitValue()).isEqualTo(143);
  }

  private static long session(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
    return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[3]);
  }

  private ManagedProcess shell(String name, String script) {
    return new ManagedProcess(
        new Program(
            name,
            List.of("/bin/sh", "-c", script),
            folder,
            Map.of(),
            Readiness.printed(),
            Optional.empty()),
        folder);
  }
}
