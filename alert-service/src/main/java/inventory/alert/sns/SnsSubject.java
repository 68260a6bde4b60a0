package inventory.alert.sns;

import java.text.Normalizer;

/** Subjects as SNS takes them: it refuses a message whose subject is longer or not ASCII. */
final class SnsSubject {

  private static final int MAX_LENGTH = 99;
  private static final String ELLIPSIS = "...";

  private SnsSubject() {}

  /**
   * The subject in ASCII, letters without their accents, other characters as question marks, cut to
   * 99. The message has it in full.
   */
  static String of(String subject) {
    String ascii =
        Normalizer.normalize(subject, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^ -~]", "?");
    return ascii.length() <= MAX_LENGTH
        ? ascii
        : ascii.substring(0, MAX_LENGTH - ELLIPSIS.length()) + ELLIPSIS;
  }
}
