package inventory.alert.domain;

import inventory.alert.domain.Outbox.Entry;
import inventory.alert.notice.Notice;
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
 * Sends what is in the outbox, one notice for each batch (requirement A4). A batch is reserved
 * while it is sent, so that two processes do not send it both; it leaves the outbox when it was
 * sent. Whoever dies in between leaves it to the next who looks: at worst a notice repeats.
 */
public final class Delivery {

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  /** Longer than one attempt to send takes; after a crash the batch is free again after that. */
  static final Duration RESERVATION = Duration.ofSeconds(30);

  private final Outbox outbox;
  private final NoticeComposer composer;
  private final Notifier notifier;
  private final Backoff backoff;
  private final Supplier<Instant> now;
  private final Supplier<String> ids;

  /**
   * Wires it.
   *
   * @param backoff how long a channel that fails is tried again before its message is given back
   * @param now tells the time
   * @param ids makes ids that are never the same
   */
  public Delivery(
      Outbox outbox,
      NoticeComposer composer,
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

  /** Begins the work on a batch, at the end of which it is to be sent. */
  Work begin(String batch) {
    return new Work(batch, backoff);
  }

  /**
   * Sends what has been left unsent since before a moment, each batch in one attempt. What another
   * process holds is left to it.
   *
   * @throws RuntimeException if one of them could not be sent; the others were
   */
  public void sendLeftOver(Instant moment) {
    RuntimeException failure = null;
    for (String batch : outbox.batchesUnsentSince(moment)) {
      try {
        new Work(batch, Backoff.NONE).deliver();
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

  /** The work of one holder on one batch. */
  final class Work {

    private final String batch;
    private final String holder = ids.get();
    private final Backoff patience;
    private boolean held;

    private Work(String batch, Backoff patience) {
      this.batch = batch;
      this.patience = patience;
    }

    /** Keeps others from sending the batch before all of it is in the outbox. */
    boolean hold() {
      Instant instant = now.get();
      held = outbox.reserve(batch, holder, instant, instant.plus(RESERVATION));
      return held;
    }

    /**
     * Sends all that the batch has in the outbox. Where another holds it, nothing is to be done:
     * after giving it back, the other looks whether anything is left, or dies, and it is left over.
     *
     * @throws RuntimeException if it could not be sent; it stays in the outbox
     */
    void deliver() {
      while (held || outbox.hasUnsent(batch)) {
        if (!hold()) {
          return;
        }
        try {
          send(outbox.unsent(batch));
        } finally {
          outbox.release(batch, holder);
          held = false;
        }
      }
    }

    private void send(List<Entry> entries) {
      if (entries.isEmpty()) {
        return;
      }
      Notice notice = composer.compose(entries.stream().map(Entry::news).toList());
      try {
        attempt(notice);
      } finally {
        notice.list().ifPresent(Work.this::delete);
      }
      outbox.sent(batch, entries);
    }

    private void attempt(Notice notice) {
      for (int attempt = 1; ; attempt++) {
        try {
          notifier.notify(notice);
          return;
        } catch (RuntimeException e) {
          if (patience.isExhausted(attempt)) {
            throw e;
          }
          LOG.warn("Could not send '{}', trying again: {}", notice.subject(), e.toString());
          patience.await(attempt, "sending a notice");
          hold();
        }
      }
    }

    private void delete(Notice.FullList list) {
      try {
        Files.deleteIfExists(list.file());
      } catch (IOException e) {
        throw new UncheckedIOException("a temporary file cannot be removed", e);
      }
    }
  }
}
