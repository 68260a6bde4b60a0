package inventory.simulator;

import java.util.Optional;

/** A standard queue, as a consumer sees it: in any order, at least once. */
interface MessageQueue {

  /** Receives a message, if there is one. */
  Optional<Message> receive();

  /** Deletes a processed message. */
  void delete(Message message);

  /**
   * A message.
   *
   * @param number distinguishes the messages of a queue
   * @param body what it says
   */
  record Message(int number, Object body) {}
}
