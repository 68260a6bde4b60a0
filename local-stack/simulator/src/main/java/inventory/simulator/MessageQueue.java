package inventory.simulator;

import java.util.Optional;

/** A queue, as a process sees it. */
interface MessageQueue {

  /**
   * Sends a message; returns when it is stored.
   *
   * @param group the messages of a group keep their order in a FIFO queue; others ignore it
   * @param id a FIFO queue may drop a message with the id of an earlier one; others ignore it
   */
  void send(String group, String id, Object body);

  /** Receives a message, if there is one. */
  Optional<Message> receive();

  /** Deletes a processed message. */
  void delete(Message message);

  /**
   * A message.
   *
   * @param number distinguishes the messages of a queue
   * @param group its group
   * @param body what it says
   */
  record Message(int number, String group, Object body) {}
}
