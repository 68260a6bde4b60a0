package inventory.movement;

import inventory.csv.InventoryFile;
import inventory.csv.UnreadableFileException;
import inventory.inbox.Original;
import inventory.inbox.Originals;
import inventory.inbox.Originals.OriginalUnavailableException;
import inventory.inbox.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.function.Function;

/** Answers from a movement where it kept its rows, and else from the immutable original. */
public final class OriginalRows {

  private final Function<String, Upload> uploads;
  private final Originals originals;

  /**
   * Wires it.
   *
   * @param uploads finds the upload of a file record by its id
   */
  public OriginalRows(Function<String, Upload> uploads, Originals originals) {
    this.uploads = uploads;
    this.originals = originals;
  }

  /**
   * The sum of a movement's changes later than an instant.
   *
   * @return units
   * @throws IllegalStateException if the rows were not kept and the original is gone
   */
  public BigInteger changeAfter(Movement movement, Instant instant) {
    return movement.changeAfter(instant).orElseGet(() -> fromOriginal(movement, instant));
  }

  private BigInteger fromOriginal(Movement movement, Instant instant) {
    Upload upload = uploads.apply(movement.fileId());
    try (Original original = originals.fetch(upload);
        InputStream in = original.open()) {
      Sum sum = new Sum();
      new InventoryFile(in, upload.uploadedAt())
          .forEach(
              row -> {
                if (row.key().equals(movement.key()) && row.time().isAfter(instant)) {
                  sum.units = sum.units.add(BigInteger.valueOf(row.value()));
                }
              },
              reject -> {});
      return sum.units;
    } catch (OriginalUnavailableException | UnreadableFileException e) {
      throw new IllegalStateException(
          "the rows of "
              + movement.key()
              + " are needed again, but "
              + upload.key()
              + " is gone: restore its version "
              + upload.version(),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("local disk fails while reading " + upload.key(), e);
    }
  }

  private static final class Sum {
    private BigInteger units = BigInteger.ZERO;
  }
}
