package inventory.reporting.http;

import inventory.model.Hex;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * A place in a list as opaque text: base64url of a digest of the query and of the parts from which
 * the store's key is built anew. The key's partition comes from the query itself and never from the
 * cursor, so that no cursor, however made up, leads out of the list that was asked for. Names hold
 * no line breaks, so that a line break parts the parts.
 */
final class Cursor {

  private static final String PARAMETER = "cursor";
  private static final String RULE =
      "the nextCursor of the same query, unchanged, or absent for the first page";
  private static final String SEPARATOR = "\n";
  // Enough to tell queries apart; it guards against mistakes, not against malice.
  private static final int DIGEST_LENGTH = 16;

  private Cursor() {}

  /**
   * Makes a cursor.
   *
   * @param query what was asked for, without the limit
   * @param place the parts
   */
  static String encode(List<String> query, List<String> place) {
    String text = digest(query) + SEPARATOR + String.join(SEPARATOR, place);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a cursor.
   *
   * @param query what is asked for, without the limit
   * @param cursor the cursor as it was sent
   * @param parts how many parts a place has
   * @return the parts
   * @throws BadParameterException if it is none, or one of another query
   */
  static List<String> decode(List<String> query, String cursor, int parts) {
    String[] lines = text(cursor).split(SEPARATOR, -1);
    if (lines.length != parts + 1 || !lines[0].equals(digest(query))) {
      throw bad(cursor);
    }
    return List.of(lines).subList(1, lines.length);
  }

  /** The error of a cursor that is none. */
  static BadParameterException bad(String cursor) {
    return new BadParameterException(PARAMETER, cursor, RULE);
  }

  private static String text(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw bad(cursor);
    }
  }

  private static String digest(List<String> query) {
    return Hex.sha256(String.join(SEPARATOR, query)).substring(0, DIGEST_LENGTH);
  }
}
