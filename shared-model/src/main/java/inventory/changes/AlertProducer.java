package inventory.changes;

import io.micronaut.jms.annotations.JMSProducer;
import io.micronaut.jms.annotations.Queue;
import io.micronaut.jms.sqs.configuration.SqsConfiguration;
import io.micronaut.messaging.annotation.MessageBody;

/** Sends to alert-service. */
@JMSProducer(SqsConfiguration.CONNECTION_FACTORY_BEAN_NAME)
interface AlertProducer {

  /** Sends a message; returns when the queue has it. */
  @Queue("${inventory.alert-queue}")
  void send(@MessageBody String json);
}
