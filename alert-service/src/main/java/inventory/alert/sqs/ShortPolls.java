package inventory.alert.sqs;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

/**
 * Shortens the long polls, which the JMS library fixes at 20 seconds: on shutdown each consumer
 * waits for its poll to end.
 */
final class ShortPolls implements ExecutionInterceptor {

  // Long enough to be a long poll, that asks all of SQS's servers; 1.3 million polls a month.
  private static final int SECONDS = 2;

  @Override
  public SdkRequest modifyRequest(
      Context.ModifyRequest context, ExecutionAttributes executionAttributes) {
    return context.request() instanceof ReceiveMessageRequest receive
        ? receive.toBuilder().waitTimeSeconds(SECONDS).build()
        : context.request();
  }
}
