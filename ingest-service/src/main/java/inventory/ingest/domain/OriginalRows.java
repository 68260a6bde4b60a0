package inventory.ingest.domain;

import inventory.inbox.Original;
import inventory.inbox.Originals;
import inventory.inbox.Originals.OriginalUnavailableException;
import inventory.inbox.Upload;
import inventory.ingest.csv.InventoryFile;
import inventory.ingest.csv.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;

/** Answers from a movement where it kept its rows, and else from the immutable original. */
public final class OriginalRows {

  private final FileRegister register;
  private final Originals originals;

  /** Wires the ports. */
  public OriginalRows(FileRegister register, Originals originals) {
    this.register = register;
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
    Upload upload = register.find(movement.fileId());
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
