package inventory.alert.notification;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A message to people, in the forms that the channels need.
 *
 * @param audience the recipients
 * @param subject one line
 * @param text the message in plain text; lines end in {@code \n}
 * @param html the message as the content of an HTML document's body
 * @param shortText the message in at most {@value #MAX_SHORT_TEXT} characters, for text messages
 * @param list the full list, if the message does not contain all of it
 */
public record Notification(
    Audience audience,
    String subject,
    String text,
    String html,
    String shortText,
    Optional<FullList> list) {

  /** Fits into the 140 bytes, or 160 characters, of one text message. */
  public static final int MAX_SHORT_TEXT = 139;

  /** Rejects a line break in the subject: a name could inject headers into the e-mail. */
  public Notification {
    if (subject.isBlank() || !subject.equals(PrintableText.of(subject))) {
      throw new IllegalArgumentException(
          "the subject '" + PrintableText.of(subject) + "' must be one line of printable text");
    }
    if (shortText.length() > MAX_SHORT_TEXT) {
      throw new IllegalArgumentException(
          "the short text has "
              + shortText.length()
              + " characters; it may have at most "
              + MAX_SHORT_TEXT);
    }
  }

  /**
   * A list that is too long for a message.
   *
   * @param name its file's name, for people
   * @param file the list on local disk; it is deleted after the notification was sent
   * @param rows the number of rows without the header
   */
  public record FullList(String name, Path file, int rows) {}
}
