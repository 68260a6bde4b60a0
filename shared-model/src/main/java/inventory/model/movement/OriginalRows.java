package inventory.model.movement;

import inventory.model.StockKey;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

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
        .orElseGet(
            () -> {
              RowsAfter part = RowsAfter.of(movement, counted);
              return sums(List.of(part)).get(part);
            });
  }

  /**
   * The sums of the changes in some parts of files. Each original is fetched and read once, however
   * many of its parts are wanted.
   *
   * @return units, for each part
   * @throws IllegalStateException if an original is gone
   */
  public Map<RowsAfter, BigInteger> sums(Collection<RowsAfter> parts) {
    Map<RowsAfter, BigInteger> sums = new HashMap<>();
    parts.forEach(part -> sums.put(part, BigInteger.ZERO));
    sums.keySet().stream()
        .collect(Collectors.groupingBy(RowsAfter::fileId))
        .forEach((fileId, ofFile) -> addSums(fileId, ofFile, sums));
    return sums;
  }

  private void addSums(String fileId, List<RowsAfter> parts, Map<RowsAfter, BigInteger> sums) {
    Map<StockKey, List<RowsAfter>> byItem =
        parts.stream().collect(Collectors.groupingBy(RowsAfter::key));
    readOriginal(
        fileId,
        byItem.keySet(),
        row -> {
          for (RowsAfter part : byItem.get(row.key())) {
            if (row.time().isAfter(part.after())) {
              sums.merge(part, BigInteger.valueOf(row.value()), BigInteger::add);
            }
          }
        });
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
          movement.fileId(),
          Set.of(movement.key()),
          row -> visitor.accept(new PackedRows.Row(row.line(), row.time(), row.value())));
    }
  }

  private void readOriginal(String fileId, Set<StockKey> items, Consumer<Row> visitor) {
    Upload upload = uploads.apply(fileId);
    try (Original original = originals.fetch(upload);
        InputStream in = original.open()) {
      new InventoryFile(in, upload.uploadedAt()).forEachOf(items, visitor);
    } catch (OriginalUnavailableException | UnreadableFileException e) {
      throw new IllegalStateException(
          "the rows of %d items, such as %s, are needed again, but %s is missing: restore its version %s"
              .formatted(items.size(), items.iterator().next(), upload.key(), upload.version()),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("local disk fails while reading " + upload.key(), e);
    }
  }
}
