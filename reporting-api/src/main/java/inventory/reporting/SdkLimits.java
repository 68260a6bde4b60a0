package inventory.reporting;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;

/**
 * Bounds how often a request to AWS is tried and how long it may take. API Gateway gives up after
 * 29 s, people long before: a report that fails soon can be asked for again.
 */
@Singleton
final class SdkLimits implements BeanCreatedEventListener<AwsClientBuilder<?, ?>> {

  private static final int MAX_ATTEMPTS = 4;
  private static final Duration ATTEMPT = Duration.ofSeconds(3);
  private static final Duration CALL = Duration.ofSeconds(10);

  @Override
  public AwsClientBuilder<?, ?> onCreated(BeanCreatedEvent<AwsClientBuilder<?, ?>> event) {
    AwsClientBuilder<?, ?> builder = event.getBean();
    return builder.overrideConfiguration(
        builder.overrideConfiguration().toBuilder()
            .retryStrategy(
                AwsRetryStrategy.standardRetryStrategy().toBuilder()
                    .maxAttempts(MAX_ATTEMPTS)
                    .build())
            .apiCallAttemptTimeout(ATTEMPT)
            .apiCallTimeout(CALL)
            .build());
  }
}
