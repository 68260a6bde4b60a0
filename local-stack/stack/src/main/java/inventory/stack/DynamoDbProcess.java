package inventory.stack;

import inventory.stack.aws.AwsVariables;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** DynamoDB on this machine, a process that ends with the one that started it. */
public final class DynamoDbProcess implements Supervised {

  private static final String HOST = "127.0.0.1";
  private static final Duration START = Duration.ofSeconds(30);
  private static final long PROBE_PAUSE_MILLIS = 10;
  private static final int PROBE_MILLIS = 1_000;

  private final Path program;
  private final int port;
  private final Optional<Path> data;
  private final LogFile log;

  /**
   * Prepares the process; nothing is started.
   *
   * @param program what {@link DynamoDbPackage#prepare} found
   * @param port where it listens on 127.0.0.1
   * @param data the folder in which it keeps its tables; absent for in memory
   * @param logs the folder of its log
   */
  public DynamoDbProcess(Path program, int port, Optional<Path> data, Path logs) {
    this.program = program;
    this.port = port;
    this.data = data;
    this.log = new LogFile(logs.resolve(name() + ".log"));
  }

  @Override
  public String name() {
    return "dynamodb";
  }

  @Override
  public Process start() throws IOException {
    List<String> command = new ArrayList<>(JavaCommand.ENDING_WITH_THE_LAUNCHER);
    command.addAll(JavaCommand.APART_FROM_THE_TERMINAL);
    command.addAll(List.of(program.toString(), "--host", HOST, "--port", String.valueOf(port)));
    if (data.isPresent()) {
      Path folder = Files.createDirectories(data.get());
      command.addAll(List.of("--db-path", folder.resolve("dynoxide.db").toString()));
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().retainAll(List.of("PATH"));
    return builder.redirectErrorStream(true).redirectOutput(log.open()).start();
  }

  @Override
  public void awaitReady(Process process) throws InterruptedException {
    long deadline = System.nanoTime() + START.toNanos();
    while (!process.waitFor(PROBE_PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
      if (isListening()) {
        return;
      }
      if (System.nanoTime() > deadline) {
        process.destroyForcibly();
        throw new LaunchException(
            name() + " does not listen after " + START.toSeconds() + " s" + log.tail());
      }
    }
    throw new LaunchException(name() + " ended with exit code " + process.exitValue() + log.tail());
  }

  private boolean isListening() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PROBE_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The variable by which every AWS SDK finds it. */
  public Map<String, String> environment() {
    return Map.of(AwsVariables.endpointOf(AwsVariables.DYNAMODB), "http://" + HOST + ":" + port);
  }
}
