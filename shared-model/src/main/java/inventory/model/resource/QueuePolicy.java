package inventory.model.resource;

/** Policies that allow senders outside a queue's own account. */
public final class QueuePolicy {

  private static final String NOTIFICATIONS =
      """
      {"Version":"2012-10-17","Statement":[{"Sid":"S3Notifications","Effect":"Allow",\
      "Principal":{"Service":"s3.amazonaws.com"},"Action":"sqs:SendMessage","Resource":"%s",\
      "Condition":{"ArnEquals":{"aws:SourceArn":"%s"}}}]}""";

  private QueuePolicy() {}

  /** Allows S3 to send the notifications of one bucket; as JSON for SQS. */
  public static String allowNotifications(String queueArn, String bucketArn) {
    return NOTIFICATIONS.formatted(queueArn, bucketArn);
  }
}
