package inventory.chaos;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.http.HttpResponse;

/**
 * Faults between the services and their AWS: a proxy in front of each of its services. At first it
 * forwards everything unchanged.
 *
 * <p>Faults are bounded. The SDK numbers its attempts, and only the first two of a call may fail,
 * never the last. Every call therefore succeeds in the end.
 */
public final class Chaos implements AutoCloseable {

  private static final int LONGEST_MILLIS = 1_500;
  private static final String RECEIVE = "ReceiveMessage";

  private final PrintWriter log;
  private final Messages messages = new Messages(this::happened);
  private final Map<Fault, Long> counts = new EnumMap<>(Fault.class);
  private final List<AwsProxy> proxies = new ArrayList<>();
  private volatile Decisions decisions;

  /**
   * Decisions of a seed: the n-th for a purpose is always the same. Which call is the n-th depends
   * on the threads of the services.
   */
  private record Decisions(long seed, Map<Fault, Double> rates, Map<String, Long> made) {

    private static final long MIX = 0x9E3779B97F4A7C15L;

    SplittableRandom next(String purpose) {
      long n = made.merge(purpose, 1L, Long::sum);
      return new SplittableRandom((seed * MIX + purpose.hashCode()) * MIX + n);
    }
  }

  /**
   * Prepares faults.
   *
   * @param log the file that gets a line for each fault
   */
  public Chaos(Path log) throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    this.log = new PrintWriter(Files.newBufferedWriter(log), true);
  }

  /**
   * Starts a proxy.
   *
   * @param endpoint the address of a service of AWS
   * @return the address for programs
   */
  public String inFrontOf(String endpoint) {
    try {
      AwsProxy proxy = new AwsProxy(URI.create(endpoint), this::answer);
      proxies.add(proxy);
      return proxy.url();
    } catch (IOException e) {
      throw new UncheckedIOException("a proxy cannot start", e);
    }
  }

  /**
   * Begins, or continues with another seed.
   *
   * @param rates how often each fault happens, as {@link Fault#usualRates}
   */
  public void begin(long seed, Map<Fault, Double> rates) {
    decisions = new Decisions(seed, Map.copyOf(rates), new ConcurrentHashMap<>());
    line("seed " + seed);
  }

  /** Ends all faults; messages that were delayed still come late. */
  public void calm() {
    decisions = null;
  }

  private HttpResponse answer(Call call) throws IOException {
    Decisions now = decisions;
    if (now == null) {
      return call.forward();
    }
    SplittableRandom random = now.next(call.operation());
    double left = random.nextDouble();
    for (Fault fault : faults(call)) {
      left -= now.rates().get(fault);
      if (left < 0) {
        happened(fault, call.operation() + " " + call.path());
        return answer(call, fault, random);
      }
    }
    // FIFO queues keep the order, and deliver again only after a timeout.
    return call.operation().equals(RECEIVE) && !call.json().contains(".fifo\"")
        ? messages.receive(call, now.rates(), random)
        : call.forward();
  }

  /** The faults that a call may suffer. */
  private static List<Fault> faults(Call call) {
    if (!call.mayFail()) {
      return List.of();
    }
    List<Fault> faults = new ArrayList<>(List.of(Fault.THROTTLED, Fault.FAILED, Fault.SLOWED));
    // A lost answer would hide received messages until their visibility timeout.
    if (!call.operation().equals(RECEIVE)) {
      faults.add(Fault.LOST);
    }
    if (call.operation().equals("TransactWriteItems")) {
      faults.add(Fault.CONFLICTED);
    }
    return faults;
  }

  private static HttpResponse answer(Call call, Fault fault, SplittableRandom random)
      throws IOException {
    return switch (fault) {
      case THROTTLED -> Answers.throttled(call);
      case FAILED -> Answers.failed(call);
      case LOST -> Answers.lost(call);
      case CONFLICTED -> Answers.conflicted(call);
      default -> Answers.late(call, random.nextInt(LONGEST_MILLIS));
    };
  }

  /**
   * Counts a fault, and writes it to the log.
   *
   * @param to what it happened to
   */
  public synchronized void happened(Fault fault, String to) {
    counts.merge(fault, 1L, Long::sum);
    line(fault + " " + to);
  }

  private synchronized void line(String text) {
    log.println(Instant.now() + " " + text);
  }

  /** How often each fault happened so far. */
  public synchronized Map<Fault, Long> counts() {
    return new EnumMap<>(counts);
  }

  /** The same in words, as {@code 41 duplicates, 17 reorderings}. */
  public String summary() {
    return counts().entrySet().stream()
        .map(count -> count.getValue() + " " + count.getKey().plural())
        .collect(Collectors.joining(", "));
  }

  @Override
  public void close() {
    calm();
    proxies.forEach(AwsProxy::close);
    log.close();
  }
}
