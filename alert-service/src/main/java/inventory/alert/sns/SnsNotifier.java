package inventory.alert.sns;

import inventory.alert.notification.Audience;
import inventory.alert.notification.Notification;
import inventory.alert.outbox.Notifier;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/**
 * Publishes each notification to its audience's topic; the audiences of rules share purchasing's
 * topic, with the rule's name in the attribute {@code rule}. A message has a text for each kind of
 * subscriber:
 * https://docs.aws.amazon.com/sns/latest/dg/sns-send-custom-platform-specific-payloads-mobile-devices.html
 */
public final class SnsNotifier implements Notifier {

  private final SnsClient sns;
  private final Map<Audience, String> topicArns;
  private final JsonMapper json;

  /**
   * Publishes to topics.
   *
   * @param sns the client
   * @param topicArns the topic of each audience
   * @param json serializes the messages
   */
  public SnsNotifier(SnsClient sns, Map<Audience, String> topicArns, JsonMapper json) {
    this.sns = sns;
    this.topicArns = Map.copyOf(topicArns);
    this.json = json;
  }

  @Override
  public void notify(Notification notification) {
    String message = message(notification);
    sns.publish(
        p ->
            p.topicArn(topicArn(notification.audience()))
                .messageAttributes(attributes(notification.audience()))
                .subject(SnsSubject.of(notification.subject()))
                .messageStructure("json")
                .message(message));
  }

  private String topicArn(Audience audience) {
    return topicArns.get(audience == Audience.OPERATIONS ? audience : Audience.PURCHASING);
  }

  /** A subscription's filter policy can select the rules and the purposes that it gets. */
  private static Map<String, MessageAttributeValue> attributes(Audience audience) {
    return audience instanceof Audience.Rule rule
        ? new TreeMap<>(Map.of("rule", text(rule.name()), "purpose", text(rule.purpose().name())))
        : Map.of();
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }

  /** The text begins with the full subject, because SNS's subject may have been cut. */
  private String message(Notification notification) {
    String text = notification.subject() + "\n\n" + notification.text();
    Map<String, String> forms = new LinkedHashMap<>();
    forms.put("default", notification.shortText());
    forms.put("email", text);
    forms.put("sms", notification.shortText());
    try {
      return json.writeValueAsString(forms);
    } catch (IOException e) {
      throw new UncheckedIOException("a notice cannot be written as JSON", e);
    }
  }
}
