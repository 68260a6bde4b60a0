package inventory.model.queue;

/** What a service does with the messages of one queue. Each bean of this type is listened with. */
public interface QueueListener {

  /** The queue's name. */
  String queue();

  /** The environment variable that names the queue, for the message when it is missing. */
  String queueVariable();

  /** How many messages are worked on at once, 1 to 40: the SDK's HTTP client has 50 connections. */
  int consumers();

  /**
   * Does the work of one message; when it returns, the effect is durable and the message is
   * deleted.
   *
   * @param body the message's text
   * @throws RuntimeException if the message is to come again after its visibility timeout, and in
   *     the end to go to the dead-letter queue
   */
  void handle(String body);
}
