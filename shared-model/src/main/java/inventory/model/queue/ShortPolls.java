package inventory.model.queue;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

/**
 * Sets the wait time of every poll. The JMS library's is fixed at 20 seconds, and each consumer
 * waits for its poll to end on shutdown.
 */
@Singleton
@Requires(classes = SqsClientBuilder.class)
final class ShortPolls implements BeanCreatedEventListener<SqsClientBuilder>, ExecutionInterceptor {

  // Still a long poll, which asks all of SQS's servers; 1.3 million polls a month.
  private static final int SECONDS = 2;

  /** Keeps the existing configuration. */
  @Override
  public SqsClientBuilder onCreated(BeanCreatedEvent<SqsClientBuilder> event) {
    SqsClientBuilder builder = event.getBean();
    return builder.overrideConfiguration(
        builder.overrideConfiguration().copy(c -> c.addExecutionInterceptor(this)));
  }

  @Override
  public SdkRequest modifyRequest(
      Context.ModifyRequest context, ExecutionAttributes executionAttributes) {
    return context.request() instanceof ReceiveMessageRequest receive
        ? receive.toBuilder().waitTimeSeconds(SECONDS).build()
        : context.request();
  }
}
