package inventory.stack;

import inventory.stack.ManagedProcess.LogFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How to find out whether a program is ready. */
@FunctionalInterface
public interface Readiness {

  /**
   * Checks once.
   *
   * @return empty if the program is ready, otherwise the reason why not
   */
  Optional<String> problem(LogFile log) throws IOException, InterruptedException;

  /** A program that is ready when it listens on all these ports. */
  static Readiness listening(List<Integer> ports) {
    return log ->
        ports.stream()
            .filter(port -> !Ports.isListening(port))
            .map(port -> "it does not listen on port " + port)
            .findFirst();
  }

  /** A program that is ready when a GET of this URL returns 200. */
  static Readiness healthy(URI url) {
    Duration timeout = Duration.ofSeconds(5);
    HttpClient http = HttpClient.newBuilder().connectTimeout(timeout).build();
    HttpRequest request = HttpRequest.newBuilder(url).timeout(timeout).build();
    return log -> {
      try {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        return response.statusCode() == 200 ? Optional.empty() : Optional.of(response.body());
      } catch (IOException e) {
        return Optional.of("no answer from " + url + ": " + e.getMessage());
      }
    };
  }

  /** A program that is ready when it has printed a line that begins with "ready". */
  static Readiness printed() {
    return log ->
        log.lines().stream().anyMatch(line -> line.startsWith("ready"))
            ? Optional.empty()
            : Optional.of("it has not printed that it is ready");
  }

  /** A program that runs once and exits: it is ready from the start. */
  static Readiness immediate() {
    return log -> Optional.empty();
  }
}
