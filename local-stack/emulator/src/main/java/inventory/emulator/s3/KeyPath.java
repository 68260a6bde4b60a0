package inventory.emulator.s3;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Converts keys to paths of files and back. A key is any text, and {@code a} may exist next to
 * {@code a/b}. A path contains only lower-case ASCII, so that no file system or locale confuses two
 * keys. The path of a prefix of a key is a prefix of the key's path.
 */
final class KeyPath {

  /** Ends each key's path. */
  private static final String LEAF = "%o";

  private static final String EMPTY_SEGMENT = "%z";

  /** Continues a segment in the next folder, because file names are at most 255 bytes long. */
  private static final String CONTINUED = "%n/";

  private static final int MAX_SEGMENT = 180;

  private KeyPath() {}

  static String of(String key) {
    return ofPrefix(key) + LEAF;
  }

  /** The prefix of the paths of all keys that have a prefix. */
  static String ofPrefix(String prefix) {
    StringBuilder path = new StringBuilder();
    int length = 0;
    for (byte b : prefix.getBytes(StandardCharsets.UTF_8)) {
      if (b == '/') {
        path.append(length == 0 ? EMPTY_SEGMENT : "").append('/');
        length = 0;
        continue;
      }
      if (length >= MAX_SEGMENT) {
        path.append(CONTINUED);
        length = 0;
      }
      String escaped = escaped(b, length == 0);
      path.append(escaped);
      length += escaped.length();
    }
    return path.toString();
  }

  private static String escaped(byte b, boolean first) {
    boolean plain =
        (b >= 'a' && b <= 'z')
            || (b >= '0' && b <= '9')
            || b == '-'
            || b == '_'
            || (b == '.' && !first);
    return plain ? String.valueOf((char) b) : "%%%02x".formatted(b);
  }

  /** Whether a path belongs to a key, and not to a file that a put has not finished. */
  static boolean isKey(String path) {
    return path.endsWith(LEAF);
  }

  static String toKey(String path) {
    String escaped = path.replace(CONTINUED, "").replace(EMPTY_SEGMENT, "").replace(LEAF, "");
    return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
  }
}
