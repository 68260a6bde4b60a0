package inventory.stack;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The line of output by which a program says that it is ready, and where. */
final class ReadyLine {

  private static final String READY = "ready ";
  private static final long START_SECONDS = 60;

  private ReadyLine() {}

  /**
   * Waits for the line.
   *
   * @param name what the program is called
   * @param log where it says why it does not start
   * @return its endpoints by name
   * @throws LaunchException if the program ends instead, or takes too long; it is ended then
   */
  static Map<String, URI> await(String name, Process process, LogFile log)
      throws InterruptedException {
    CompletableFuture<String> ready = new CompletableFuture<>();
    Thread reader = new Thread(() -> read(process, ready), name + "-output");
    reader.setDaemon(true);
    reader.start();
    try {
      String endpoints = ready.get(START_SECONDS, TimeUnit.SECONDS);
      return new ObjectMapper()
          .readValue(endpoints, new TypeReference<LinkedHashMap<String, URI>>() {});
    } catch (ExecutionException | TimeoutException | IOException e) {
      process.destroyForcibly();
      throw new LaunchException("the " + name + " did not start" + log.tail(), e);
    }
  }

  /** Reads to the end, so that the program never waits for someone to read. */
  private static void read(Process process, CompletableFuture<String> ready) {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(READY)) {
          ready.complete(line.substring(READY.length()));
        }
      }
      ready.completeExceptionally(new IOException("it ended"));
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
  }
}
