package inventory.reporting.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import inventory.reporting.http.problems.BadParameterException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes positions in lists as opaque, signed text: base64url of a code and of the position's
 * parts, separated by line breaks. The code authenticates the parts together with the query, so a
 * cursor that was made up, changed or taken from another query is refused.
 */
public final class Cursors {

  private static final String PARAMETER = "cursor";
  private static final String RULE =
      "the nextCursor of the same query, unchanged, or absent for the first page";
  private static final String ALGORITHM = "HmacSHA256";
  private static final String SEPARATOR = "\n";
  private static final String QUERY_END = "\u0000";
  // 128 bits, half of the algorithm's output, cannot be guessed.
  private static final int CODE_LENGTH = 16;

  private final SecretKeySpec key;

  /**
   * Signs with this key. Processes that share it accept each other's cursors.
   *
   * @param key random bytes, at least 16
   */
  public Cursors(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * Makes a cursor.
   *
   * @param query the parameters of the query, without the limit
   */
  <P> String encode(List<String> query, CursorFormat<P> format, P position) {
    byte[] text = String.join(SEPARATOR, format.write().apply(position)).getBytes(UTF_8);
    byte[] code = code(query, text);
    byte[] all = ByteBuffer.allocate(code.length + text.length).put(code).put(text).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /**
   * Reads a cursor.
   *
   * @param query the parameters of the query, without the limit
   * @param cursor the cursor as it was sent
   * @throws BadParameterException if this API did not make it for this query
   */
  <P> P decode(List<String> query, CursorFormat<P> format, String cursor) {
    byte[] all = bytes(cursor);
    if (all.length <= CODE_LENGTH) {
      throw bad(cursor);
    }
    byte[] code = Arrays.copyOf(all, CODE_LENGTH);
    byte[] text = Arrays.copyOfRange(all, CODE_LENGTH, all.length);
    List<String> parts = List.of(new String(text, UTF_8).split(SEPARATOR, -1));
    if (!MessageDigest.isEqual(code, code(query, text)) || parts.size() != format.parts()) {
      throw bad(cursor);
    }
    return format.read().apply(parts);
  }

  private static BadParameterException bad(String cursor) {
    return new BadParameterException(PARAMETER, cursor, RULE);
  }

  private byte[] code(List<String> query, byte[] text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((String.join(SEPARATOR, query) + QUERY_END).getBytes(UTF_8));
      return Arrays.copyOf(mac.doFinal(text), CODE_LENGTH);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  private static byte[] bytes(String cursor) {
    try {
      byte[] all = Base64.getUrlDecoder().decode(cursor);
      // The decoder ignores bits after the last byte; a cursor of ours has none.
      if (!Base64.getUrlEncoder().withoutPadding().encodeToString(all).equals(cursor)) {
        throw bad(cursor);
      }
      return all;
    } catch (IllegalArgumentException e) {
      throw bad(cursor);
    }
  }
}
