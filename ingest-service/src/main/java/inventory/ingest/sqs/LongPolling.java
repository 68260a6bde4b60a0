package inventory.ingest.sqs;

import inventory.ingest.IngestSettings;
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
 * Sets how long a receive waits for a message, which the library fixes at 20 seconds: a service
 * cannot stop before its last receive has returned.
 */
@Singleton
final class LongPolling implements BeanCreatedEventListener<SqsClientBuilder> {

  private final IngestSettings settings;

  LongPolling(IngestSettings settings) {
    this.settings = settings;
  }

  @Override
  public SqsClientBuilder onCreated(BeanCreatedEvent<SqsClientBuilder> event) {
    int seconds = (int) settings.getPollWait().toSeconds();
    SqsClientBuilder builder = event.getBean();
    return builder.overrideConfiguration(
        builder.overrideConfiguration().toBuilder()
            .addExecutionInterceptor(
                new ExecutionInterceptor() {
                  @Override
                  public SdkRequest modifyRequest(
                      Context.ModifyRequest context, ExecutionAttributes attributes) {
                    return context.request() instanceof ReceiveMessageRequest receive
                        ? receive.toBuilder().waitTimeSeconds(seconds).build()
                        : context.request();
                  }
                })
            .build());
  }
}
