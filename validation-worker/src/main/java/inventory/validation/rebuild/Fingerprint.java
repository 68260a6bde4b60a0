package inventory.validation.rebuild;

import inventory.model.Hex;
import inventory.model.movement.Movement;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * 128 bits that tell a movement from every other. Two movements have the same one if and only if
 * the table would hold the same of them.
 *
 * @param high the first half
 * @param low the second half
 */
record Fingerprint(long high, long low) {

  static Fingerprint of(Movement movement) {
    MessageDigest digest = Hex.sha256();
    digest.update(text(movement).getBytes(StandardCharsets.UTF_8));
    // Of a single row the table keeps no packed form, as the movement says it all.
    if (movement.rowCount() > 1) {
      movement.rows().ifPresent(rows -> digest.update(rows.packed()));
    }
    ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
    return new Fingerprint(bytes.getLong(), bytes.getLong());
  }

  /** No part can hold a line break, so that no two movements have the same text. */
  private static String text(Movement movement) {
    return String.join(
        "\n",
        movement.position(),
        movement.kind().name(),
        movement.fileId(),
        movement.itemName(),
        movement.total().toString(),
        Integer.toString(movement.rowCount()),
        Integer.toString(movement.firstLine()),
        Integer.toString(movement.lastLine()),
        movement.firstTime().toString(),
        "");
  }
}
