package inventory.alert.sqs;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Parses the bodies of messages. */
final class Messages {

  private Messages() {}

  /**
   * Parses a body.
   *
   * @throws UncheckedIOException if it is not a message of this type
   */
  static <T> T read(JsonMapper json, String body, Class<T> type) {
    try {
      return json.readValue(body, type);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot parse " + type.getSimpleName() + ": " + body, e);
    }
  }
}
