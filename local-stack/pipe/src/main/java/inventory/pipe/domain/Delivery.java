package inventory.pipe.domain;

import inventory.pipe.domain.EventTarget.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings records to the queue, each group in order. A record that the queue will never take is put
 * aside and said; one that it cannot take now holds up its group, for as long as it takes.
 */
public final class Delivery {

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  /** After so many refusals it is believed that they are the message's fault. */
  private static final int REFUSALS = 3;

  private final MessageForm form;
  private final EventTarget target;
  private final Undeliverable undeliverable;
  private final UndeliveredNotice notice;
  private final Retries retries;

  /** Delivers to this target, and to the other what it does not take. */
  public Delivery(
      MessageForm form,
      EventTarget target,
      Undeliverable undeliverable,
      UndeliveredNotice notice,
      Retries retries) {
    this.form = form;
    this.target = target;
    this.undeliverable = undeliverable;
    this.notice = notice;
    this.retries = retries;
  }

  /**
   * Delivers records.
   *
   * @param records in their order
   * @return whether all are delivered or put aside; otherwise the pipe is ending, and whatever of
   *     these was delivered comes again after its next start
   */
  boolean deliver(List<ShardRecord> records) {
    Waiting waiting = new Waiting();
    for (ShardRecord record : records) {
      Message message = form.of(record);
      if (message.bytes() <= EventTarget.BATCH_BYTES) {
        waiting.add(message);
      } else if (!putAside(record, UndeliveredNotice.TOO_LARGE, tooLarge(message))) {
        return false;
      }
    }
    return send(waiting);
  }

  private static String tooLarge(Message message) {
    return "its message has %d bytes, and a message may have %d at most"
        .formatted(message.bytes(), EventTarget.BATCH_BYTES);
  }

  private boolean send(Waiting waiting) {
    Map<Message, Integer> refusals = new HashMap<>();
    int failures = 0;
    while (!waiting.isEmpty()) {
      List<Message> batch = waiting.nextBatch();
      Optional<List<Outcome>> outcomes = retries.untilDone(() -> target.send(batch));
      if (outcomes.isEmpty()) {
        return false;
      }
      Optional<String> failure = Optional.empty();
      for (int i = 0; i < batch.size(); i++) {
        Outcome outcome = outcomes.get().get(i);
        if (isDone(batch.get(i), outcome, refusals)) {
          waiting.remove(batch.get(i));
        } else {
          failure = Optional.of(outcome.reason());
        }
      }
      failures = failure.isPresent() ? failures + 1 : 0;
      if (failure.isPresent() && retries.isStoppedAfter(failures, failure.get())) {
        return false;
      }
    }
    return true;
  }

  private boolean isDone(Message message, Outcome outcome, Map<Message, Integer> refusals) {
    return switch (outcome.kind()) {
      case SENT -> true;
      case FAILED -> false;
      case REFUSED ->
          refusals.merge(message, 1, Integer::sum) >= REFUSALS
              && putAside(message.record(), UndeliveredNotice.REFUSED, outcome.reason());
    };
  }

  private boolean putAside(ShardRecord record, String condition, String reason) {
    LOG.error("The record {} cannot be delivered: {}", record.eventId(), reason);
    String text = notice.of(record, condition, reason);
    return retries
        .untilDone(
            () -> {
              undeliverable.put(text);
              return true;
            })
        .isPresent();
  }
}
