package inventory.emulator.s3.awssdk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Which events of a bucket go to which queues.
 *
 * @param rules in the order of the document
 */
record NotificationConfiguration(List<Rule> rules) {

  private static final String ALL_CREATED = "s3:ObjectCreated:*";

  private static final Set<String> IMPLEMENTED =
      Stream.concat(
              Stream.of(ALL_CREATED),
              Stream.of(EventName.values()).map(event -> "s3:" + event.text()))
          .collect(java.util.stream.Collectors.toUnmodifiableSet());

  /** Also {@code ObjectCreated:Post}, which is never raised: nobody drops files by HTML form. */
  private static final String POST = "s3:ObjectCreated:Post";

  /**
   * Reads the document of PutBucketNotificationConfiguration.
   *
   * @throws S3ProxyException MalformedXML; or NotImplemented for what would be accepted in vain
   */
  static NotificationConfiguration parse(String xml) {
    List<Rule> rules = new ArrayList<>();
    for (Element child : Xml.children(Xml.root(xml))) {
      if (!"QueueConfiguration".equals(child.getLocalName())) {
        throw new S3ProxyException(
            S3ErrorCode.NOT_IMPLEMENTED, child.getLocalName() + ": only queues are notified here");
      }
      rules.add(Rule.of(child));
    }
    return new NotificationConfiguration(rules);
  }

  /**
   * One queue's configuration.
   *
   * @param id empty if the client gave none
   * @param queue the queue's name
   * @param events such as {@code s3:ObjectCreated:*}
   * @param prefix what keys must begin with, or empty
   * @param suffix what keys must end with, or empty
   */
  record Rule(String id, String queue, Set<String> events, String prefix, String suffix) {

    private static Rule of(Element configuration) {
      Set<String> events = Set.copyOf(Xml.texts(configuration, "Event"));
      events.forEach(Rule::requireImplemented);
      String arn = Xml.text(configuration, "Queue");
      String prefix = "";
      String suffix = "";
      NodeList filters = configuration.getElementsByTagNameNS("*", "FilterRule");
      for (int i = 0; i < filters.getLength(); i++) {
        Element filter = (Element) filters.item(i);
        switch (Xml.text(filter, "Name").toLowerCase(Locale.ROOT)) {
          case "prefix" -> prefix = Xml.text(filter, "Value");
          case "suffix" -> suffix = Xml.text(filter, "Value");
          default ->
              throw new S3ProxyException(
                  S3ErrorCode.INVALID_ARGUMENT, "filter rule name must be either prefix or suffix");
        }
      }
      return new Rule(
          Xml.text(configuration, "Id"),
          arn.substring(arn.lastIndexOf(':') + 1),
          events,
          prefix,
          suffix);
    }

    private static void requireImplemented(String event) {
      if (!IMPLEMENTED.contains(event) && !POST.equals(event)) {
        throw new S3ProxyException(
            S3ErrorCode.NOT_IMPLEMENTED,
            event + " is never raised here; these are: " + IMPLEMENTED);
      }
    }

    boolean matches(EventName event, String key) {
      return (events.contains(ALL_CREATED) || events.contains("s3:" + event.text()))
          && key.startsWith(prefix)
          && key.endsWith(suffix);
    }
  }
}
