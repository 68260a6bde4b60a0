package inventory.alert.outbox;

import inventory.alert.notification.Notification;
import inventory.alert.outbox.Outbox.Entry;
import inventory.model.Backoff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dispatches the outbox, one notification for each batch (requirement A4). A process claims a batch
 * while it sends it, so two processes do not send the same batch. Entries are removed after they
 * were sent. If a process dies in between, the next one to check sends the batch: at worst people
 * get the notification twice.
 */
public final class OutboxDispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxDispatcher.class);

  /** Longer than one attempt to send takes; after a crash the batch becomes free when it ends. */
  public static final Duration CLAIM_DURATION = Duration.ofSeconds(30);

  private final Outbox outbox;
  private final NotificationComposer composer;
  private final Notifier notifier;
  private final Backoff backoff;
  private final Supplier<Instant> now;
  private final Supplier<String> ids;

  /**
   * Creates a dispatcher.
   *
   * @param backoff how often and how long to retry a channel that fails
   * @param now the clock
   * @param ids makes unique ids
   */
  public OutboxDispatcher(
      Outbox outbox,
      NotificationComposer composer,
      Notifier notifier,
      Backoff backoff,
      Supplier<Instant> now,
      Supplier<String> ids) {
    this.outbox = outbox;
    this.composer = composer;
    this.notifier = notifier;
    this.backoff = backoff;
    this.now = now;
    this.ids = ids;
  }

  /** Opens a batch, to be dispatched when everything that belongs to it is in the outbox. */
  public Batch open(String batch) {
    return new Batch(batch, backoff);
  }

  /**
   * Dispatches the batches that have been unsent since before a moment, with one attempt each.
   * Batches that another process has claimed are skipped.
   *
   * @throws RuntimeException if a batch could not be sent; all other batches were attempted
   */
  public void dispatchIncomplete(Instant moment) {
    RuntimeException failure = null;
    for (String batch : outbox.batchesUnsentSince(moment)) {
      try {
        new Batch(batch, Backoff.NONE).dispatch();
      } catch (RuntimeException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** A batch, as one process works on it. */
  public final class Batch {

    private final String id;
    private final String holder = ids.get();
    private final Backoff retries;
    private boolean claimed;

    private Batch(String id, Backoff retries) {
      this.id = id;
      this.retries = retries;
    }

    /** Claims the batch, so no other process sends it before all of it is in the outbox. */
    public boolean claim() {
      Instant instant = now.get();
      claimed = outbox.claim(id, holder, instant, instant.plus(CLAIM_DURATION));
      return claimed;
    }

    /**
     * Sends everything that the batch has in the outbox. Does nothing if another process has
     * claimed it: that process checks again after it releases the batch, or it dies and the batch
     * is dispatched as incomplete.
     *
     * @throws RuntimeException if it could not be sent; it stays in the outbox
     */
    public void dispatch() {
      while (claimed || outbox.hasUnsent(id)) {
        if (!claim()) {
          return;
        }
        try {
          send(outbox.unsent(id));
        } finally {
          outbox.release(id, holder);
          claimed = false;
        }
      }
    }

    private void send(List<Entry> entries) {
      if (entries.isEmpty()) {
        return;
      }
      Notification notification = composer.compose(entries.stream().map(Entry::event).toList());
      try {
        attempt(notification);
      } finally {
        notification.list().ifPresent(Batch::delete);
      }
      outbox.markSent(id, entries);
    }

    private void attempt(Notification notification) {
      for (int attempt = 1; ; attempt++) {
        try {
          notifier.notify(notification);
          return;
        } catch (RuntimeException e) {
          if (retries.isExhausted(attempt)) {
            throw e;
          }
          LOG.warn("Could not send '{}', will retry: {}", notification.subject(), e.toString());
          retries.await(attempt, "sending a notification");
          claim();
        }
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
}
