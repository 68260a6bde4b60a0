package inventory.validation.rebuild;

import inventory.model.Hex;
import inventory.model.movement.Movement;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A 128-bit fingerprint of a movement. Two movements have the same fingerprint if and only if the
 * table would store the same for both.
 *
 * @param high the first half
 * @param low the second half
 */
record Fingerprint(long high, long low) {

  static Fingerprint of(Movement movement) {
    MessageDigest digest = Hex.sha256();
    digest.update(text(movement).getBytes(StandardCharsets.UTF_8));
    // The table stores no packed rows for a single row: the movement contains everything.
    if (movement.rowCount() > 1) {
      movement.rows().ifPresent(rows -> digest.update(rows.packed()));
    }
    ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
    return new Fingerprint(bytes.getLong(), bytes.getLong());
  }

  /** No part can contain a line break; different movements therefore have different texts. */
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
