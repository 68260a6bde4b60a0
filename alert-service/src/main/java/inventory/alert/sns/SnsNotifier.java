package inventory.alert.sns;

import inventory.alert.domain.Notice;
import inventory.alert.domain.Notifier;
import software.amazon.awssdk.services.sns.SnsClient;

/** Publishes each notice to a topic, which sends it to its subscribers. */
public final class SnsNotifier implements Notifier {

  private final SnsClient sns;
  private final String topicArn;

  /**
   * Publishes to a topic.
   *
   * @param sns the client
   * @param topicArn the topic
   */
  public SnsNotifier(SnsClient sns, String topicArn) {
    this.sns = sns;
    this.topicArn = topicArn;
  }

  @Override
  public void notify(Notice notice) {
    sns.publish(
        p ->
            p.topicArn(topicArn)
                .subject(SnsSubject.of(notice.subject()))
                .message(notice.subject() + "\n\n" + notice.body()));
  }
}
