package inventory.launcher.bench.reports;

import inventory.stack.LaunchException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** So many connections, each of which asks for the next report as soon as it has the last. */
final class Clients implements AutoCloseable {

  private static final int OK = 200;

  private final int connections;
  private final StockSeed stock;
  private final ExecutorService threads;
  private final List<HttpClient> clients = new ArrayList<>();

  Clients(int connections, StockSeed stock) {
    this.connections = connections;
    this.stock = stock;
    this.threads = Executors.newFixedThreadPool(connections);
    // One client for a core; each keeps the connections of the threads that use it.
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      clients.add(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }
  }

  /** The times of the answers of some seconds, in nanoseconds. */
  long[] ask(Target target, Report report, double seconds) throws InterruptedException {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    List<Future<List<Long>>> asked = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      HttpClient client = clients.get(i % clients.size());
      Random random = new Random(i);
      asked.add(threads.submit(() -> ask(client, target, report, random, end)));
    }
    LongStream all = LongStream.empty();
    try {
      for (Future<List<Long>> each : asked) {
        all = LongStream.concat(all, each.get().stream().mapToLong(Long::longValue));
      }
    } catch (ExecutionException e) {
      throw new LaunchException(
          report.title() + " of " + target.base() + ": " + e.getCause().getMessage(), e);
    }
    return all.toArray();
  }

  private List<Long> ask(HttpClient client, Target target, Report report, Random random, long end)
      throws IOException, InterruptedException {
    List<Long> nanos = new ArrayList<>();
    long begin = System.nanoTime();
    while (begin < end) {
      String path = report.path(stock, random);
      HttpResponse<byte[]> response =
          client.send(target.request(path), HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != OK) {
        throw new IOException(path + " answered " + response.statusCode());
      }
      long now = System.nanoTime();
      nanos.add(now - begin);
      begin = now;
    }
    return nanos;
  }

  /** One answer, to look at. */
  byte[] answer(Target target, Report report) throws IOException, InterruptedException {
    return clients
        .get(0)
        .send(
            target.request(report.path(stock, new Random(0))),
            HttpResponse.BodyHandlers.ofByteArray())
        .body();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
