package inventory.validation.sqs;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Where SQS moves messages that cannot be processed; see
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
 *
 * @param deadLetterTargetArn the ARN of the dead-letter queue
 */
@Serdeable
record RedrivePolicy(String deadLetterTargetArn) {}
