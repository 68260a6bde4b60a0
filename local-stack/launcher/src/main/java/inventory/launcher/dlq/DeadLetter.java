package inventory.launcher.dlq;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A dead message.
 *
 * @param id SQS's id of it, the same as in the queue that it came from
 * @param sentAt when it was sent
 * @param receives how often it has been received, by whoever looked here too
 * @param failure why it failed; empty where nobody wrote it down
 * @param files the keys of the files that it tells of, if it is a notification of S3
 * @param body its text
 */
public record DeadLetter(
    String id,
    Instant sentAt,
    int receives,
    Optional<Failure> failure,
    List<String> files,
    String body) {

  /** Keeps its own copy. */
  public DeadLetter {
    files = List.copyOf(files);
  }

  /**
   * Why a message failed when a service last received it.
   *
   * @param reason for people
   * @param at when
   * @param receives how often it had been received by then
   */
  public record Failure(String reason, Instant at, int receives) {}
}
