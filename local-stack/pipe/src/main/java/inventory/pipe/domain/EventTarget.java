package inventory.pipe.domain;

import java.util.List;

/** Where messages go. */
public interface EventTarget {

  /** As many messages as a batch may have. */
  int BATCH_MESSAGES = 10;

  /** As large as a batch may be, all messages together, and so a single one: 256 KiB. */
  int BATCH_BYTES = 256 << 10;

  /**
   * Sends messages of different groups.
   *
   * @param batch at most {@value #BATCH_MESSAGES}, at most {@value #BATCH_BYTES} bytes
   * @return what became of each, in the same order
   * @throws UnavailableException if it is not known that any arrived
   */
  List<Outcome> send(List<Message> batch);

  /**
   * What became of a message.
   *
   * @param kind in a word
   * @param reason why it was not sent, for people
   */
  record Outcome(Kind kind, String reason) {

    /** It is in the queue. */
    public static final Outcome SENT = new Outcome(Kind.SENT, "");

    /** What may become of a message. */
    public enum Kind {
      /** It is in the queue. */
      SENT,
      /** The queue could not take it now. */
      FAILED,
      /** The queue does not take a message like this one. */
      REFUSED
    }
  }
}
