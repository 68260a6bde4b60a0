package inventory.alert.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds notifications that wait too long, such as those to a mail server that refuses them. A check
 * is one read.
 */
public final class OutboxWatch {

  /** Longer than an everyday outage, and than the longest pause between two attempts. */
  public static final Duration LATE = Duration.ofMinutes(15);

  private final Outbox outbox;
  private final Supplier<Instant> now;

  /**
   * Creates the watch.
   *
   * @param now the clock
   */
  public OutboxWatch(Outbox outbox, Supplier<Instant> now) {
    this.outbox = outbox;
    this.now = now;
  }

  /**
   * Checks the outbox.
   *
   * @throws IllegalStateException if a notification is due for longer than {@link #LATE}
   */
  public void check() {
    Instant at = now.get();
    Optional<Instant> late = outbox.oldestDue(at).filter(due -> due.isBefore(at.minus(LATE)));
    if (late.isPresent()) {
      throw new IllegalStateException(
          "notifications have been due since %s: see the failed attempts in this log"
              .formatted(late.get()));
    }
  }
}
