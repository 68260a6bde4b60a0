package inventory.model.function;

import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;

/** Processes the messages of one queue in batches, because their order matters. */
public interface BatchListener {

  /** The queue's name. */
  String queue();

  /**
   * Processes a batch.
   *
   * @param messages in the order of the queue
   * @return the messages whose effect is durable. The others are redelivered; if one of a message
   *     group is, so are all later ones of the group
   */
  List<Message> process(List<Message> messages);
}
