package inventory.reporting.domain;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A value that is read for everybody at once, and kept for a time in proportion to what reading it
 * cost, but not for less than its owner says: whoever asks each second sees a small one change at
 * once, and a large one keeps the store busy for a tenth of the time at most. One thread reads at a
 * time; the others meanwhile get the value before, unless nobody asked for so long that it has been
 * past its time for as long as it was kept: then they wait.
 */
public final class CachedValue<T> {

  private static final int TIMES_ITS_COST = 10;
  private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(5);

  private final Supplier<T> reader;
  private final LongSupplier nanos;
  private final long shortest;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Kept<T> kept;

  /** A value, fresh until a time, and good enough until another while it is read anew. */
  private record Kept<T>(T value, long freshUntil, long usableUntil) {}

  /** The same for a value that need not be kept at all. */
  public CachedValue(Supplier<T> reader, LongSupplier nanos) {
    this(reader, nanos, Duration.ZERO);
  }

  /**
   * Reads nothing yet.
   *
   * @param reader reads the value
   * @param nanos the time of a clock that only goes forward, in nanoseconds
   * @param shortest for how long it is kept at least
   */
  public CachedValue(Supplier<T> reader, LongSupplier nanos, Duration shortest) {
    this.reader = reader;
    this.nanos = nanos;
    this.shortest = shortest.toNanos();
  }

  /** The value, read anew where it was kept for long enough. */
  public T get() {
    Kept<T> present = kept;
    if (present != null && isAhead(present.freshUntil())) {
      return present.value();
    }
    if (present == null || !isAhead(present.usableUntil())) {
      reading.lock();
    } else if (!reading.tryLock()) {
      return present.value();
    }
    try {
      return kept != null && isAhead(kept.freshUntil()) ? kept.value() : read();
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
    long worth = Math.min(LONGEST_NANOS, Math.max(shortest, TIMES_ITS_COST * (end - begin)));
    kept = new Kept<>(value, end + worth, end + 2 * worth);
    return value;
  }
}
