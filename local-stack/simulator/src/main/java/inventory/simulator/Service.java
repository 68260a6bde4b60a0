package inventory.simulator;

import java.util.List;
import java.util.function.Consumer;

/**
 * What one process of a service does.
 *
 * @param consumers its queues
 * @param sweep what it does every few seconds
 */
record Service(List<QueueConsumer> consumers, Runnable sweep) {

  /**
   * A queue and what is done with its messages.
   *
   * @param queue the queue
   * @param port the queue as the process sees it
   * @param handler processes the body of a message
   */
  record QueueConsumer(SimulatedQueue queue, MessageQueue port, Consumer<Object> handler) {}
}
