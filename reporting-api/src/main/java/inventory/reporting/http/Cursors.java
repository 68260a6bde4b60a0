package inventory.reporting.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Places in lists as opaque, signed text: base64url of a code and of the parts from which the
 * store's key is built anew. The code authenticates the parts and the query together, so that a
 * cursor that was made up, changed, or taken from another query is refused. Names hold no line
 * breaks, so that a line break parts the parts.
 */
public final class Cursors {

  private static final String PARAMETER = "cursor";
  private static final String RULE =
      "the nextCursor of the same query, unchanged, or absent for the first page";
  private static final String ALGORITHM = "HmacSHA256";
  private static final String SEPARATOR = "\n";
  private static final String QUERY_END = "\u0000";
  // 128 bits, the half of what the algorithm gives: nobody will guess them.
  private static final int CODE_LENGTH = 16;

  private final SecretKeySpec key;

  /**
   * Signs by this key. Processes that share it read each other's cursors.
   *
   * @param key random bytes, at least 16
   */
  public Cursors(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * Makes a cursor.
   *
   * @param query what was asked for, without the limit
   * @param place the parts
   */
  String encode(List<String> query, List<String> place) {
    byte[] text = String.join(SEPARATOR, place).getBytes(StandardCharsets.UTF_8);
    byte[] code = code(query, text);
    byte[] all = ByteBuffer.allocate(code.length + text.length).put(code).put(text).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /**
   * Reads a cursor.
   *
   * @param query what is asked for, without the limit
   * @param cursor the cursor as it was sent
   * @param parts how many parts a place has
   * @return the parts
   * @throws BadParameterException if it is none of ours, or one of another query
   */
  List<String> decode(List<String> query, String cursor, int parts) {
    byte[] all = bytes(cursor);
    if (all.length <= CODE_LENGTH) {
      throw bad(cursor);
    }
    byte[] code = Arrays.copyOf(all, CODE_LENGTH);
    byte[] text = Arrays.copyOfRange(all, CODE_LENGTH, all.length);
    if (!MessageDigest.isEqual(code, code(query, text))) {
      throw bad(cursor);
    }
    String[] lines = text(text, cursor).split(SEPARATOR, -1);
    if (lines.length != parts) {
      throw bad(cursor);
    }
    return List.of(lines);
  }

  /** The error of a cursor that is none. */
  static BadParameterException bad(String cursor) {
    return new BadParameterException(PARAMETER, cursor, RULE);
  }

  private byte[] code(List<String> query, byte[] text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((String.join(SEPARATOR, query) + QUERY_END).getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(mac.doFinal(text), CODE_LENGTH);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  private static byte[] bytes(String cursor) {
    try {
      byte[] all = Base64.getUrlDecoder().decode(cursor);
      // Bits beyond the last byte are ignored by the decoder: only what we wrote is ours.
      if (!Base64.getUrlEncoder().withoutPadding().encodeToString(all).equals(cursor)) {
        throw bad(cursor);
      }
      return all;
    } catch (IllegalArgumentException e) {
      throw bad(cursor);
    }
  }

  private static String text(byte[] text, String cursor) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
    } catch (CharacterCodingException e) {
      throw bad(cursor);
    }
  }
}
