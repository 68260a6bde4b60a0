package inventory.model.queue;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/**
 * The retry policy of a queue-consuming service's AWS clients, except those of the queues. Network
 * errors, throttling and server errors are retried with exponential backoff and jitter, a bounded
 * number of times. If the call still fails, the message is redelivered.
 */
@Singleton
@Requires(classes = SqsClientBuilder.class)
@Requires(beans = QueueListener.class)
final class ClientPolicy implements BeanCreatedEventListener<AwsClientBuilder<?, ?>> {

  /** With the SDK's pauses of up to 20 seconds, a call survives more than a minute of failures. */
  private static final int MAX_ATTEMPTS = 8;

  @Override
  public AwsClientBuilder<?, ?> onCreated(BeanCreatedEvent<AwsClientBuilder<?, ?>> event) {
    AwsClientBuilder<?, ?> builder = event.getBean();
    if (builder instanceof SqsClientBuilder) {
      // A failed poll is followed by the next one; retries would delay the shutdown.
      return builder;
    }
    ClientOverrideConfiguration configuration =
        builder.overrideConfiguration().toBuilder()
            .retryStrategy(
                AwsRetryStrategy.standardRetryStrategy().toBuilder()
                    .maxAttempts(MAX_ATTEMPTS)
                    .build())
            .build();
    builder.overrideConfiguration(configuration);
    return builder;
  }
}
