package inventory.alert.outbox;

import inventory.alert.notification.Audience;
import inventory.alert.notification.Notification;
import inventory.alert.outbox.Composer.Composed;
import inventory.alert.outbox.Outbox.Entry;
import inventory.model.Backoff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends an audience what is due, in one notification (requirement A4). A process claims the
 * audience and renews its claim for as long as it sends, so two processes do not send the same.
 * Entries are completed after they were sent. If a process dies in between, the next one sends
 * again: at worst people get a notification twice.
 *
 * <p>After a failure the claim is kept for a while, which grows with each failure. Until then no
 * process tries again. Nothing else waits for a channel that fails.
 *
 * <p>A dispatch costs one read if nothing is due. Else it costs six requests, one read for each
 * megabyte of entries, and one write for each 25 entries.
 */
public final class OutboxDispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxDispatcher.class);

  /** Much longer than a pause between two renewals; after a crash the audience is free then. */
  public static final Duration CLAIM_DURATION = Duration.ofSeconds(30);

  // Until then an outage is an everyday one: a mail server that is started again.
  private static final int FAILURES_UNTIL_ERROR = 5;

  private final Audience audience;
  private final Outbox outbox;
  private final Composer composer;
  private final Notifier notifier;
  private final Heartbeat heartbeat;
  private final Backoff backoff;
  private final Supplier<Instant> now;
  private final Supplier<String> ids;
  private int failures;

  /**
   * Creates the dispatcher of an audience.
   *
   * @param heartbeat renews the claim while a channel takes its time
   * @param backoff how long to wait after a failure; the number of attempts does not matter,
   *     because it never gives up
   * @param now the clock
   * @param ids makes unique ids
   */
  public OutboxDispatcher(
      Audience audience,
      Outbox outbox,
      Composer composer,
      Notifier notifier,
      Heartbeat heartbeat,
      Backoff backoff,
      Supplier<Instant> now,
      Supplier<String> ids) {
    this.audience = audience;
    this.outbox = outbox;
    this.composer = composer;
    this.notifier = notifier;
    this.heartbeat = heartbeat;
    this.backoff = backoff;
    this.now = now;
    this.ids = ids;
  }

  /**
   * Sends what is due. Does nothing if nothing is due, or if another process has the claim. A
   * failure is logged; a later call tries again.
   *
   * @throws RuntimeException if the outbox cannot be reached
   */
  public void dispatch() {
    Instant at = now.get();
    if (!outbox.hasDue(audience, at)) {
      return;
    }
    String holder = ids.get();
    if (!claim(holder, at, CLAIM_DURATION)) {
      return;
    }
    Heartbeat.Beat beat = heartbeat.start(() -> claim(holder, now.get(), CLAIM_DURATION));
    try {
      sendDue(holder);
      failures = 0;
    } catch (RuntimeException e) {
      failures++;
      log(e);
    } finally {
      beat.close();
    }
    if (failures == 0) {
      outbox.release(audience, holder);
    } else {
      claim(holder, now.get(), backoff.limit(failures));
    }
  }

  private boolean claim(String holder, Instant at, Duration duration) {
    return outbox.claim(audience, holder, at, at.plus(duration));
  }

  private void sendDue(String holder) {
    Set<String> open = new HashSet<>(outbox.openBatches(now.get()));
    List<Entry> due = outbox.due(audience, now.get());
    // A batch that opened while the entries were read may be there in part.
    open.addAll(outbox.openBatches(now.get()));
    List<Entry> ready = due.stream().filter(entry -> !open.contains(entry.batch())).toList();
    if (ready.isEmpty()) {
      return;
    }
    Composed composed = composer.compose(ready, now.get());
    if (composed.notification().isEmpty() || send(composed.notification().get(), holder)) {
      // First: after a crash in between, people are notified again, and so are the follow-ups.
      composed.followUps().forEach(outbox::put);
      outbox.complete(audience, composed.covered());
    }
  }

  /** Returns false, and sends nothing, if another process has claimed the audience meanwhile. */
  private boolean send(Notification notification, String holder) {
    try {
      if (!claim(holder, now.get(), CLAIM_DURATION)) {
        return false;
      }
      notifier.notify(notification);
      return true;
    } finally {
      notification.list().ifPresent(OutboxDispatcher::delete);
    }
  }

  private void log(RuntimeException e) {
    Duration pause = backoff.limit(failures);
    if (failures < FAILURES_UNTIL_ERROR) {
      LOG.warn("Could not notify {}, next attempt in {}: {}", audience.id(), pause, e.toString());
    } else {
      LOG.error(
          "Could not notify {} in {} attempts, next one in {}", audience.id(), failures, pause, e);
    }
  }

  private static void delete(Notification.FullList list) {
    try {
      Files.deleteIfExists(list.file());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete the temporary file " + list.file(), e);
    }
  }
}
