package inventory.reporting.domain;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A value that all callers share. It stays fresh for ten times as long as reading it took, or for a
 * minimum time if that is longer: a client that polls each second sees small values change at once,
 * and a large value keeps the store busy at most a tenth of the time. One thread reads at a time.
 * Meanwhile the others get the previous value, or wait if it is older than twice its fresh time.
 */
public final class CachedValue<T> {

  private static final int COST_FACTOR = 10;
  private static final long MAX_FRESH_NANOS = TimeUnit.MINUTES.toNanos(5);

  private final Supplier<T> reader;
  private final LongSupplier nanos;
  private final long minFresh;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Cached<T> cached;

  /** A value that is fresh until a time, and usable until another while it is read again. */
  private record Cached<T>(T value, long freshUntil, long usableUntil) {}

  /** A value without a minimum time. */
  public CachedValue(Supplier<T> reader, LongSupplier nanos) {
    this(reader, nanos, Duration.ZERO);
  }

  /**
   * A value with a minimum time.
   *
   * @param reader reads the value
   * @param nanos a monotonic clock in nanoseconds
   * @param minFresh how long the value stays fresh at least
   */
  public CachedValue(Supplier<T> reader, LongSupplier nanos, Duration minFresh) {
    this.reader = reader;
    this.nanos = nanos;
    this.minFresh = minFresh.toNanos();
  }

  /** The value, read again if it is no longer fresh. */
  public T get() {
    Cached<T> present = cached;
    if (present != null && isAhead(present.freshUntil())) {
      return present.value();
    }
    if (present == null || !isAhead(present.usableUntil())) {
      reading.lock();
    } else if (!reading.tryLock()) {
      return present.value();
    }
    try {
      return cached != null && isAhead(cached.freshUntil()) ? cached.value() : read();
    } finally {
      reading.unlock();
    }
  }

  private boolean isAhead(long time) {
    return nanos.getAsLong() - time < 0;
  }

  private T read() {
    long begin = nanos.getAsLong();
    T value = reader.get();
    long end = nanos.getAsLong();
    long fresh = Math.min(MAX_FRESH_NANOS, Math.max(minFresh, COST_FACTOR * (end - begin)));
    cached = new Cached<>(value, end + fresh, end + 2 * fresh);
    return value;
  }
}
