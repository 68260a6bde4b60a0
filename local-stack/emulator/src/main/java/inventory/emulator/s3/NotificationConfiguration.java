package inventory.emulator.s3;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import software.amazon.awssdk.services.s3.model.Event;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.xml.XmlMapper;

/**
 * Which events of a bucket go to which queues, by the names of S3's document.
 *
 * @param queueConfiguration in the order of the document
 */
record NotificationConfiguration(List<QueueConfiguration> queueConfiguration) {

  private static final XmlMapper XML =
      XmlMapper.builder()
          .defaultUseWrapper(false)
          .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** The events that occur here. */
  private static final List<Event> IMPLEMENTED =
      List.of(
          Event.S3_OBJECT_CREATED,
          Event.S3_OBJECT_CREATED_PUT,
          Event.S3_OBJECT_CREATED_COPY,
          Event.S3_OBJECT_CREATED_COMPLETE_MULTIPART_UPLOAD);

  NotificationConfiguration {
    queueConfiguration = orEmpty(queueConfiguration);
  }

  /**
   * Reads the document of PutBucketNotificationConfiguration.
   *
   * @throws S3ProxyException MalformedXML; or NotImplemented for a target or an event that never
   *     gets a message here
   */
  static NotificationConfiguration parse(String xml) {
    try {
      NotificationConfiguration parsed = XML.readValue(xml, NotificationConfiguration.class);
      parsed.queueConfiguration.forEach(QueueConfiguration::requireImplemented);
      return parsed;
    } catch (UnrecognizedPropertyException e) {
      throw new S3ProxyException(
          S3ErrorCode.NOT_IMPLEMENTED, e.getPropertyName() + " is not supported: use queues", e);
    } catch (JacksonException e) {
      throw new S3ProxyException(S3ErrorCode.MALFORMED_X_M_L, e);
    }
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /**
   * One queue's configuration.
   *
   * @param queue its ARN
   * @param event such as {@code s3:ObjectCreated:*}
   * @param filter null if all keys match
   */
  record QueueConfiguration(String id, String queue, List<String> event, Filter filter) {

    QueueConfiguration {
      id = Objects.requireNonNullElse(id, "");
      event = orEmpty(event);
    }

    String queueName() {
      return queue.substring(queue.lastIndexOf(':') + 1);
    }

    private void requireImplemented() {
      for (String name : event) {
        Event known = Event.fromValue(name);
        // Post never occurs either, but a client may ask for it along with the others.
        if (!IMPLEMENTED.contains(known) && known != Event.S3_OBJECT_CREATED_POST) {
          throw new S3ProxyException(
              S3ErrorCode.NOT_IMPLEMENTED,
              name + " is not supported: use one of these events: " + IMPLEMENTED);
        }
      }
    }

    boolean matches(Event created, String key) {
      return (event.contains(Event.S3_OBJECT_CREATED.toString())
              || event.contains(created.toString()))
          && Optional.ofNullable(filter).map(Filter::s3Key).stream()
              .flatMap(keys -> keys.filterRule().stream())
              .allMatch(rule -> rule.matches(key));
    }
  }

  /** Restricts a configuration to some keys. */
  record Filter(S3Key s3Key) {}

  /** Rules that a key must match. */
  record S3Key(List<FilterRule> filterRule) {

    S3Key {
      filterRule = orEmpty(filterRule);
    }
  }

  /** A beginning or an end that keys must have. */
  record FilterRule(String name, String value) {

    boolean matches(String key) {
      return name.equalsIgnoreCase("prefix") ? key.startsWith(value) : key.endsWith(value);
    }
  }
}
