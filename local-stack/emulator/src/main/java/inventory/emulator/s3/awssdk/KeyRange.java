package inventory.emulator.s3.awssdk;

import java.util.Arrays;

/** The keys from one, inclusive, to another, exclusive, as bytes of UTF-8. */
final class KeyRange {

  /** Beyond all keys: this byte does not occur in UTF-8. */
  private static final byte BEYOND = (byte) 0xFF;

  private final byte[] from;
  private final byte[] to;

  private KeyRange(byte[] from, byte[] to) {
    this.from = from;
    this.to = to;
  }

  /** The first bytes in the range. */
  byte[] from() {
    return from;
  }

  /** The first bytes beyond it. */
  byte[] to() {
    return to;
  }

  /** All keys that begin with the prefix. */
  static KeyRange ofPrefix(String prefix) {
    return new KeyRange(Sql.bytes(prefix), afterPrefix(prefix));
  }

  /** The part of this range that lies after the key. */
  KeyRange after(String key) {
    byte[] bytes = Sql.bytes(key);
    // The key's smallest successor is itself and a zero byte.
    return startingAt(Arrays.copyOf(bytes, bytes.length + 1));
  }

  /** The part of this range that lies after all keys that begin with the prefix. */
  KeyRange afterAll(String prefix) {
    return startingAt(afterPrefix(prefix));
  }

  private KeyRange startingAt(byte[] start) {
    return Arrays.compareUnsigned(start, from) > 0 ? new KeyRange(start, to) : this;
  }

  private static byte[] afterPrefix(String prefix) {
    byte[] bytes = Sql.bytes(prefix);
    byte[] after = Arrays.copyOf(bytes, bytes.length + 1);
    after[bytes.length] = BEYOND;
    return after;
  }
}
