package inventory.launcher.bench;

import inventory.launcher.bench.StoredWork.Written;
import inventory.stack.aws.AwsClients;
import inventory.stack.aws.Provisioner;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;

/** Measures a work in each of the three ways. */
final class Measuring {

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double THOUSAND = 1_000;

  private final BenchStack stack;
  private final AwsClients clients;
  private final LabLoader lab;
  private final List<Integer> threadCounts;
  private final Consumer<String> announce;
  private int ceilings;

  /**
   * Prepares it.
   *
   * @param lab with its table
   * @param threadCounts numbers of senders to try for the ceiling
   * @param announce is told what goes on
   */
  Measuring(
      BenchStack stack, LabLoader lab, List<Integer> threadCounts, Consumer<String> announce) {
    this.stack = stack;
    this.clients = stack.clients();
    this.lab = lab;
    this.threadCounts = threadCounts;
    this.announce = announce;
  }

  /** The fastest way to send. */
  private record Best(long nanos, int threads) {}

  /**
   * Measures one work.
   *
   * @throws inventory.stack.LaunchException if any level is wrong afterwards
   */
  Measurement measure(Work work) throws InterruptedException {
    announce.accept(work.title() + ": the lab's loader");
    Speed labSpeed = lab.load(work.firstRows());
    announce.accept(work.title() + ": through the system");
    try (HeapWatch heap = new HeapWatch(stack.ingestMetrics())) {
      Ingestion.Run run = new Ingestion(clients, stack.names()).run(work);
      long peak = heap.peak();
      new LevelCheck(clients.dynamoDb(), stack.names().table()).check(work.totals());
      StoredWork stored =
          StoredWork.read(
              clients.dynamoDb(),
              stack.names().table(),
              new HashSet<>(run.fileIds()),
              work.warehouses());
      Best best = ceiling(work.title(), stored.written());
      return new Measurement(
          work.title(),
          labSpeed,
          new Speed(work.rows(), run.nanos()),
          run.putNanos() / NANOS_PER_SECOND,
          new Speed(work.rows(), best.nanos()),
          best.threads(),
          LabLoader.writeUnits(work.firstRows()) * THOUSAND / work.firstRows().size(),
          stored.writeUnits() * THOUSAND / work.rows(),
          peak);
    }
  }

  private Best ceiling(String title, List<Written> written) throws InterruptedException {
    Best best = new Best(Long.MAX_VALUE, 0);
    for (int threads : threadCounts) {
      announce.accept(title + ": the ceiling with " + threads + " threads");
      String table = "ceiling-" + ceilings++;
      new Provisioner(clients).provisionTable(table);
      long nanos = new Ceiling(clients.dynamoDb(), table, written).send(threads);
      clients.dynamoDb().deleteTable(request -> request.tableName(table));
      if (nanos < best.nanos()) {
        best = new Best(nanos, threads);
      }
    }
    return best;
  }
}
