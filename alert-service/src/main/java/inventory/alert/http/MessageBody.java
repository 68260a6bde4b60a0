package inventory.alert.http;

import inventory.model.webhook.WebhookEvent;
import inventory.model.webhook.WebhookFormat;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes events as the bodies of messages. The same event has the same body each time. */
final class MessageBody {

  private static final String CLOUD_EVENTS = "application/cloudevents+json; charset=utf-8";
  private static final String JSON = "application/json; charset=utf-8";

  // Of fixed width, so that sequence numbers sort as text: CloudEvents, extension "sequence".
  private static final String SEQUENCE = "%019d";

  private final JsonMapper json;
  private final String source;

  /**
   * Creates the writer.
   *
   * @param source identifies this system in events
   */
  MessageBody(JsonMapper json, String source) {
    this.json = json;
    this.source = source;
  }

  static String contentType(WebhookFormat format) {
    return format == WebhookFormat.CLOUDEVENTS ? CLOUD_EVENTS : JSON;
  }

  String of(WebhookEvent event, WebhookFormat format) {
    Map<String, Object> body =
        switch (format) {
          case CLOUDEVENTS -> cloudEvent(event);
          case SLACK -> slack(event);
          case TEAMS -> teams(event);
        };
    try {
      return json.writeValueAsString(body);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the event " + event.id(), e);
    }
  }

  private Map<String, Object> cloudEvent(WebhookEvent event) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("specversion", "1.0");
    body.put("id", event.id());
    body.put("source", source);
    body.put("type", event.type().wireName());
    body.put("subject", event.subject());
    body.put("time", event.time().toString());
    body.put("datacontenttype", "application/json");
    body.put("sequence", SEQUENCE.formatted(event.sequence()));
    body.put("data", event.data());
    return body;
  }

  /** Names are shown as they are: formatting is off, and the three special characters escaped. */
  private static Map<String, Object> slack(WebhookEvent event) {
    String text = event.text().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return Map.of("text", text, "mrkdwn", false);
  }

  /** An adaptive card. A text run, unlike a text block, shows names as they are. */
  private static Map<String, Object> teams(WebhookEvent event) {
    Map<String, Object> text =
        Map.of(
            "type",
            "RichTextBlock",
            "inlines",
            List.of(Map.of("type", "TextRun", "text", event.text())));
    Map<String, Object> card =
        Map.of(
            "$schema", "http://adaptivecards.io/schemas/adaptive-card.json",
            "type", "AdaptiveCard",
            "version", "1.4",
            "body", List.of(text));
    Map<String, Object> attachment =
        Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card);
    return Map.of("type", "message", "attachments", List.of(attachment));
  }
}
