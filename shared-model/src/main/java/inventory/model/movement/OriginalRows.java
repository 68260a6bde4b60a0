package inventory.model.movement;

import inventory.model.Position;
import inventory.model.csv.InventoryFile;
import inventory.model.csv.Row;
import inventory.model.csv.UnreadableFileException;
import inventory.model.inbox.Original;
import inventory.model.inbox.Originals;
import inventory.model.inbox.Originals.OriginalUnavailableException;
import inventory.model.inbox.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads the rows of a movement: from the movement if it kept them, else from the original. */
public final class OriginalRows {

  private final Function<String, Upload> uploads;
  private final Originals originals;

  /**
   * Creates a reader.
   *
   * @param uploads finds the upload of a file record by its id
   */
  public OriginalRows(Function<String, Upload> uploads, Originals originals) {
    this.uploads = uploads;
    this.originals = originals;
  }

  /**
   * Reads the rows of one upload's movements from its original, which stays open.
   *
   * @param original the original of the upload
   */
  public static OriginalRows of(Upload upload, Original original) {
    return new OriginalRows(id -> upload, same -> new KeptOpen(original));
  }

  private record KeptOpen(Original original) implements Original {

    @Override
    public InputStream open() throws IOException {
      return original.open();
    }

    @Override
    public String sha256() {
      return original.sha256();
    }

    @Override
    public void close() {
      // Its owner closes it.
    }
  }

  /**
   * The sum of a movement's changes later than a count.
   *
   * @param counted the position of the count
   * @return units
   * @throws IllegalStateException if the rows were not kept and the original is gone
   */
  public BigInteger changeAfter(Movement movement, String counted) {
    return movement
        .changeAfter(counted)
        .orElseGet(() -> fromOriginal(movement, Position.instant(counted)));
  }

  /**
   * Visits the rows of a change.
   *
   * @throws IllegalStateException if the rows were not kept and the original is gone
   */
  public void forEach(Movement movement, Consumer<PackedRows.Row> visitor) {
    if (movement.rowCount() == 1) {
      long units = movement.total().longValueExact();
      visitor.accept(new PackedRows.Row(movement.firstLine(), movement.lastTime(), units));
    } else if (movement.rows().isPresent()) {
      PackedRows.read(movement.rows().get().packed()).forEach(visitor);
    } else {
      readOriginal(
          movement, row -> visitor.accept(new PackedRows.Row(row.line(), row.time(), row.value())));
    }
  }

  private BigInteger fromOriginal(Movement movement, Instant instant) {
    Sum sum = new Sum();
    readOriginal(
        movement,
        row -> {
          if (row.time().isAfter(instant)) {
            sum.units = sum.units.add(BigInteger.valueOf(row.value()));
          }
        });
    return sum.units;
  }

  private void readOriginal(Movement movement, Consumer<Row> visitor) {
    Upload upload = uploads.apply(movement.fileId());
    try (Original original = originals.fetch(upload);
        InputStream in = original.open()) {
      new InventoryFile(in, upload.uploadedAt()).forEachOf(movement.key(), visitor);
    } catch (OriginalUnavailableException | UnreadableFileException e) {
      throw new IllegalStateException(
          "the rows of "
              + movement.key()
              + " are needed again, but "
              + upload.key()
              + " is missing: restore its version "
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
