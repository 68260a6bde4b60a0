package inventory.launcher.bench;

import inventory.stack.LaunchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Watches the heap of a service by its metrics: the highest use seen, garbage included, looking
 * twice a second.
 */
final class HeapWatch implements AutoCloseable {

  private static final long PERIOD_MILLIS = 500;
  private static final String USED = "jvm_memory_used_bytes{area=\"heap\"";

  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpRequest request;
  private final AtomicLong peak = new AtomicLong();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final ScheduledFuture<?> looks;

  /** Begins to watch. */
  HeapWatch(URI metrics) {
    this.request = HttpRequest.newBuilder(metrics).build();
    this.looks = timer.scheduleAtFixedRate(this::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      long used =
          http.send(request, BodyHandlers.ofLines())
              .body()
              .filter(line -> line.startsWith(USED))
              .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
              .sum();
      peak.accumulateAndGet(used, Math::max);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The highest use so far, in bytes.
   *
   * @throws LaunchException if the service does not tell
   */
  long peak() {
    // A timer's task ends early only by an exception.
    if (looks.isDone() || peak.get() == 0) {
      throw new LaunchException("ingest-service does not tell its heap at " + request.uri());
    }
    return peak.get();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
