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
 * How the AWS clients of a service that consumes queues retry, but for those of the queues: what
 * the network, a throttle or a failing server refuses is tried again with exponential backoff and
 * jitter, a bounded number of times. What still fails leaves its message to be delivered again.
 */
@Singleton
@Requires(classes = SqsClientBuilder.class)
@Requires(beans = QueueListener.class)
final class ClientPolicy implements BeanCreatedEventListener<AwsClientBuilder<?, ?>> {

  /** With the SDK's pauses of up to 20 seconds, more than a minute of trouble is sat out. */
  private static final int MAX_ATTEMPTS = 8;

  @Override
  public AwsClientBuilder<?, ?> onCreated(BeanCreatedEvent<AwsClientBuilder<?, ?>> event) {
    AwsClientBuilder<?, ?> builder = event.getBean();
    if (builder instanceof SqsClientBuilder) {
      // A poll that fails is followed by the next one; retries would hold up the service's end.
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
