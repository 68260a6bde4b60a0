package inventory.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program as a process, which can start again after its end. It ends with the process that
 * started it, even if that is killed, and a terminal's Ctrl-C does not reach it.
 */
public final class ManagedProcess implements AutoCloseable {

  /** The file that has a program's output since its last start; the one before is kept, too. */
  record LogFile(Path path) {

    private static final int TAIL_LINES = 12;

    /** Prepares the file for a start of the program. */
    ProcessBuilder.Redirect open() throws IOException {
      Files.createDirectories(path.toAbsolutePath().getParent());
      if (Files.exists(path)) {
        Path before = path.resolveSibling(path.getFileName() + ".1");
        Files.move(path, before, StandardCopyOption.REPLACE_EXISTING);
      }
      return ProcessBuilder.Redirect.appendTo(path.toFile());
    }

    /** Its lines, whatever bytes it has. */
    List<String> lines() throws IOException {
      return new String(Files.readAllBytes(path), StandardCharsets.UTF_8).lines().toList();
    }

    /** The last lines, indented, for a message. */
    String tail() {
      try {
        List<String> lines = lines();
        List<String> last = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
        return "\n  " + path + " ends with:\n    " + String.join("\n    ", last);
      } catch (IOException e) {
        return "\n  " + path + " cannot be read: " + e.getMessage();
      }
    }
  }

  private static final Duration START = Duration.ofMinutes(2);
  // Long enough for a class-data archive, which a program writes when it stops.
  private static final Duration STOP = Duration.ofSeconds(30);
  private static final long POLL_MILLIS = 50;
  private static final int TERMINATED = 143;

  private final Program program;
  private final LogFile log;
  private volatile Process process;

  /**
   * Starts nothing yet.
   *
   * @param logs the folder of its log
   */
  public ManagedProcess(Program program, Path logs) {
    this.program = program;
    this.log = new LogFile(logs.resolve(program.name().replace(' ', '-') + ".log"));
  }

  /** The program's name in messages. */
  public String name() {
    return program.name();
  }

  /** Starts the program. */
  public void start() throws IOException {
    process = start(program, log.open());
  }

  /**
   * The command that runs another one. Its subshell reads a pipe that the system closes when the
   * launcher dies, and then ends the program: by force if it still runs after a time. In a session
   * of its own the program gets no signals from the terminal. macOS has no setsid, but it has Perl.
   */
  static List<String> shell(Duration lastStop) {
    return List.of(
        "/bin/sh",
        "-c",
        "exec 3<&0; (trap '' INT HUP; read -r _ <&3; kill $$ || exit; left=%d;"
                .formatted(lastStop.toSeconds())
            + " while [ $left -gt 0 ]; do sleep 1; kill -0 $$ || exit; left=$((left - 1)); done;"
            + " kill -9 $$) >/dev/null 2>&1 &"
            + " if command -v setsid >/dev/null; then exec setsid \"$@\" </dev/null 3<&-; fi;"
            + " exec perl -MPOSIX -e 'POSIX::setsid(); exec @ARGV' \"$@\" </dev/null 3<&-",
        "sh");
  }

  static Process start(Program program, ProcessBuilder.Redirect output) throws IOException {
    List<String> command = new ArrayList<>(shell(STOP));
    command.addAll(program.command());
    ProcessBuilder builder = new ProcessBuilder(command).directory(program.folder().toFile());
    String path = System.getenv("PATH");
    builder.environment().clear();
    builder.environment().putAll(program.environment());
    // The shell needs it to find setsid.
    builder.environment().putIfAbsent("PATH", path);
    // Else glibc reserves memory for each thread.
    builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "1");
    return builder.redirectErrorStream(true).redirectOutput(output).start();
  }

  /**
   * Waits until the program is ready.
   *
   * @throws LaunchException if it ends instead, or takes two minutes; it is killed then
   */
  public void awaitReady() throws InterruptedException {
    long deadline = System.nanoTime() + START.toNanos();
    try {
      Optional<String> problem = Optional.of("");
      while (problem.isPresent()) {
        if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
          throw new LaunchException(
              name() + " ended with exit code " + process.exitValue() + log.tail());
        }
        problem = program.readiness().problem(log);
        if (problem.isPresent() && System.nanoTime() > deadline) {
          process.destroyForcibly();
          throw new LaunchException(
              "%s is not ready after %d s (%s)%s"
                  .formatted(name(), START.toSeconds(), problem.get(), log.tail()));
        }
      }
    } catch (IOException e) {
      throw new LaunchException(name() + " cannot be watched: " + e.getMessage(), e);
    }
  }

  /** Throws a {@link LaunchException} with the end of its log if it has ended. */
  public void requireRunning() throws InterruptedException {
    if (!process.isAlive()) {
      awaitReady();
    }
  }

  /** The process of the last start. */
  public Process process() {
    return process;
  }

  /** Asks the program to end, and returns at once. */
  public void stop() {
    process.destroy();
  }

  /** Ends the program at once, as {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Stops the program; kills it if it still runs after 30 s. */
  @Override
  public void close() {
    if (process == null) {
      return;
    }
    stop(process);
    if (process.exitValue() == TERMINATED && program.archive().isPresent()) {
      try {
        program.archive().get().keep();
      } catch (IOException e) {
        throw new LaunchException(
            "cannot keep the classes of " + name() + ": " + e.getMessage(), e);
      }
    }
  }

  static void stop(Process process) {
    process.destroy();
    try {
      if (process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly().onExit().join();
  }
}
