package inventory.alert.sqs;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/** Gives every SQS client {@link ShortPolls}, the one of the JMS library included. */
@Singleton
final class ShortPollsListener implements BeanCreatedEventListener<SqsClientBuilder> {

  @Override
  public SqsClientBuilder onCreated(BeanCreatedEvent<SqsClientBuilder> event) {
    SqsClientBuilder builder = event.getBean();
    return builder.overrideConfiguration(
        builder.overrideConfiguration().copy(c -> c.addExecutionInterceptor(new ShortPolls())));
  }
}
