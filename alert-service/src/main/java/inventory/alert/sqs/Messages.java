package inventory.alert.sqs;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads the bodies of messages. */
final class Messages {

  private Messages() {}

  /**
   * The message that a body holds.
   *
   * @throws UncheckedIOException if it holds none of this type
   */
  static <T> T read(JsonMapper json, String body, Class<T> type) {
    try {
      return json.readValue(body, type);
    } catch (IOException e) {
      throw new UncheckedIOException("no " + type.getSimpleName() + ": " + body, e);
    }
  }
}
