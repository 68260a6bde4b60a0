package inventory.reporting;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;

/**
 * Limits the attempts and the time of a request to AWS. API Gateway gives up after 29 s and people
 * much earlier: a report that fails soon can be requested again.
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
