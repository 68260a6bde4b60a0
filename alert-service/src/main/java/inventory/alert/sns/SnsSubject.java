package inventory.alert.sns;

import java.text.Normalizer;

/** Subjects for SNS, which rejects subjects that are longer than 99 characters or not ASCII. */
final class SnsSubject {

  private static final int MAX_LENGTH = 99;
  private static final String ELLIPSIS = "...";

  private SnsSubject() {}

  /**
   * The subject in ASCII, cut to 99 characters. Accents are removed, and other characters become
   * question marks. The message contains the full subject.
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
