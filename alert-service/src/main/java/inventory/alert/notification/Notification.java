package inventory.alert.notification;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A message to people, in the forms that its ways need.
 *
 * @param audience who is told
 * @param subject one line
 * @param text the message in plain text; lines end in {@code \n}
 * @param html the message as the content of an HTML document's body
 * @param shortText the message in at most {@value #MAX_SHORT_TEXT} characters, for text messages
 * @param list what the message does not list in full, if there is such
 */
public record Notification(
    Audience audience,
    String subject,
    String text,
    String html,
    String shortText,
    Optional<FullList> list) {

  /** Fewer than the 140 bytes, or 160 characters, of one text message. */
  public static final int MAX_SHORT_TEXT = 139;

  /** A line break in a subject would let a name add headers of its own to the e-mail. */
  public Notification {
    if (subject.isBlank() || !subject.equals(PrintableText.of(subject))) {
      throw new IllegalArgumentException(
          "Subject '" + PrintableText.of(subject) + "': must be one line of printable text");
    }
    if (shortText.length() > MAX_SHORT_TEXT) {
      throw new IllegalArgumentException(
          "The short text has " + shortText.length() + " characters; at most " + MAX_SHORT_TEXT);
    }
  }

  /**
   * A list that is too long to be read in a message.
   *
   * @param name its file's name, for people
   * @param file where it lies on local disk, until the notification is sent
   * @param rows how many rows it has beside its header
   */
  public record FullList(String name, Path file, int rows) {}
}
