package inventory.validation.rebuild.source;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads rows that movements did not store from their files, each file once. */
public final class NeededRows {

  private final Function<String, Upload> uploads;
  private final Originals originals;

  /**
   * Creates it.
   *
   * @param uploads finds an upload by the id of its file record
   */
  public NeededRows(Function<String, Upload> uploads, Originals originals) {
    this.uploads = uploads;
    this.originals = originals;
  }

  /**
   * The requested sums of changes, in units.
   *
   * @throws CannotRebuildException if a file cannot be read
   */
  public Map<RowsNeeded, BigInteger> read(Set<RowsNeeded> needed) {
    Map<RowsNeeded, BigInteger> sums = new HashMap<>();
    needed.stream()
        .collect(Collectors.groupingBy(RowsNeeded::fileId))
        .forEach((fileId, ofFile) -> sums.putAll(read(uploads.apply(fileId), ofFile)));
    return sums;
  }

  private Map<RowsNeeded, BigInteger> read(Upload upload, List<RowsNeeded> needed) {
    Map<StockKey, List<RowsNeeded>> byKey =
        needed.stream().collect(Collectors.groupingBy(RowsNeeded::key));
    Map<RowsNeeded, BigInteger> sums = new HashMap<>();
    needed.forEach(rows -> sums.put(rows, BigInteger.ZERO));
    try (Original original = originals.fetch(upload);
        InputStream in = original.open()) {
      new InventoryFile(in, upload.uploadedAt())
          .forEach(row -> add(row, byKey.getOrDefault(row.key(), List.of()), sums), reject -> {});
    } catch (OriginalUnavailableException | UnreadableFileException e) {
      throw new CannotRebuildException(
          List.of(new AppliedFile(upload, false, Optional.empty()).unreadable(e)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the local copy of " + upload.key(), e);
    }
    return sums;
  }

  private static void add(Row row, List<RowsNeeded> needed, Map<RowsNeeded, BigInteger> sums) {
    for (RowsNeeded rows : needed) {
      if (row.time().isAfter(rows.after())) {
        sums.merge(rows, BigInteger.valueOf(row.value()), BigInteger::add);
      }
    }
  }
}
