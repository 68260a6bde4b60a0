package inventory.ingest.sqs;

import io.micronaut.jms.annotations.JMSProducer;
import io.micronaut.jms.annotations.Queue;
import io.micronaut.jms.sqs.configuration.SqsConfiguration;
import io.micronaut.messaging.annotation.MessageBody;
import io.micronaut.messaging.annotation.MessageHeader;

/** Sends to the FIFO queue of arrived files. */
@JMSProducer(SqsConfiguration.CONNECTION_FACTORY_BEAN_NAME)
interface ValidationProducer {

  /**
   * Sends a message; returns when the queue has it. The headers are the JMS names of what SQS calls
   * message group and deduplication id.
   */
  @Queue("${inventory.validation-queue}")
  void send(
      @MessageBody String json,
      @MessageHeader("JMSXGroupID") String group,
      @MessageHeader("JMS_SQS_DeduplicationId") String deduplicationId);
}
