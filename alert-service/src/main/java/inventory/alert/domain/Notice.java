package inventory.alert.domain;

/**
 * A message to people.
 *
 * @param subject one line
 * @param body plain text; lines end in {@code \n}
 */
public record Notice(String subject, String body) {

  /** A line break in a subject would let a name add headers of its own to the e-mail. */
  public Notice {
    if (subject.isBlank() || !subject.equals(PrintableText.of(subject))) {
      throw new IllegalArgumentException(
          "Subject '" + PrintableText.of(subject) + "': must be one line of printable text");
    }
  }
}
