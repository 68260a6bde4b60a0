package inventory.launcher.dlq;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message in a dead-letter queue.
 *
 * @param id its SQS id, which did not change when it was moved here
 * @param sentAt when it was sent
 * @param receives how often it has been received, also to be shown
 * @param failure why it failed; empty if no service recorded it
 * @param files the keys of the files that it announces, if it is an S3 notification
 * @param body its text
 */
public record DeadLetter(
    String id,
    Instant sentAt,
    int receives,
    Optional<Failure> failure,
    List<String> files,
    String body) {

  /** Copies the list. */
  public DeadLetter {
    files = List.copyOf(files);
  }

  /**
   * The last failure of a message.
   *
   * @param reason why, for people
   * @param at when
   * @param receives on which receive, 1 or more
   */
  public record Failure(String reason, Instant at, int receives) {}
}
