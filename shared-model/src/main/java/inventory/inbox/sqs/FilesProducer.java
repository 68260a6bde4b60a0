package inventory.inbox.sqs;

import io.micronaut.jms.annotations.JMSProducer;
import io.micronaut.jms.annotations.Queue;
import io.micronaut.jms.sqs.configuration.SqsConfiguration;
import io.micronaut.messaging.annotation.MessageBody;

/** Sends to the queue of finished files. */
@JMSProducer(SqsConfiguration.CONNECTION_FACTORY_BEAN_NAME)
interface FilesProducer {

  /** Sends a message; returns when the queue has it. */
  @Queue("${inventory.files-queue}")
  void send(@MessageBody String json);
}
