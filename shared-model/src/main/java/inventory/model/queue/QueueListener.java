package inventory.model.queue;

/** Processes the messages of one queue. Every bean of this type is registered as a consumer. */
public interface QueueListener {

  /** The queue's name. */
  String queue();

  /** The environment variable that names the queue, for the log if the queue is missing. */
  String queueVariable();

  /** How many messages are processed at a time, 1 to 40: the HTTP client has 50 connections. */
  int consumers();

  /**
   * Processes one message. When this method returns, the effect is durable, and the message is
   * deleted.
   *
   * @param body the message's text
   * @throws RuntimeException if the message is to be redelivered after its visibility timeout, and
   *     moved to the dead-letter queue after several failures
   */
  void handle(String body);
}
