package inventory.ingest.sqs;

import inventory.ingest.IngestSettings;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Ready while the inbox queue is there: without it the service would listen to nothing. */
@Singleton
@Readiness
final class InboxHealth implements HealthIndicator {

  private static final String NAME = "inbox-queue";

  private final SqsClient sqs;
  private final IngestSettings settings;

  InboxHealth(SqsClient sqs, IngestSettings settings) {
    this.sqs = sqs;
    this.settings = settings;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    String queue = settings.getIngestQueue();
    try {
      String url = sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
      return Publishers.just(result(HealthStatus.UP, Map.of("url", url)));
    } catch (SdkException e) {
      return Publishers.just(
          result(HealthStatus.DOWN, Map.of("queue", queue, "error", e.getMessage())));
    }
  }

  private static HealthResult result(HealthStatus status, Map<String, String> details) {
    return HealthResult.builder(NAME, status).details(details).build();
  }
}
