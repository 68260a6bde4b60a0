package inventory.alert.sns;

import inventory.alert.domain.ListStore;
import inventory.alert.domain.Notifier;
import inventory.alert.notice.Audience;
import inventory.alert.notice.Notice;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * Publishes each notice to its audience's topic, in the words that each kind of subscriber can
 * read:
 * https://docs.aws.amazon.com/sns/latest/dg/sns-send-custom-platform-specific-payloads-mobile-devices.html
 */
public final class SnsNotifier implements Notifier {

  private final SnsClient sns;
  private final Map<Audience, String> topicArns;
  private final ListStore lists;
  private final JsonMapper json;

  /**
   * Publishes to topics.
   *
   * @param sns the client
   * @param topicArns the topic of each audience
   * @param lists keeps the full lists, to which messages link, as they cannot carry them
   * @param json writes the messages
   */
  public SnsNotifier(
      SnsClient sns, Map<Audience, String> topicArns, ListStore lists, JsonMapper json) {
    this.sns = sns;
    this.topicArns = Map.copyOf(topicArns);
    this.lists = lists;
    this.json = json;
  }

  @Override
  public void notify(Notice notice) {
    String message = message(notice);
    sns.publish(
        p ->
            p.topicArn(topicArns.get(notice.audience()))
                .subject(SnsSubject.of(notice.subject()))
                .messageStructure("json")
                .message(message));
  }

  /** The subject, which may have been cut, stands in full above the text. */
  private String message(Notice notice) {
    String text = notice.subject() + "\n\n" + notice.text();
    if (notice.list().isPresent()) {
      Notice.FullList list = notice.list().get();
      text += "\nAll " + list.rows() + " items: " + lists.keep(list) + "\n";
    }
    Map<String, String> forms = new LinkedHashMap<>();
    forms.put("default", notice.shortText());
    forms.put("email", text);
    forms.put("sms", notice.shortText());
    try {
      return json.writeValueAsString(forms);
    } catch (IOException e) {
      throw new UncheckedIOException("a notice cannot be written as JSON", e);
    }
  }
}
