package inventory.validation.rebuild;

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

/** Answers what movements did not keep the rows for, with one reading of each file. */
final class NeededRows {

  private final Function<String, Upload> uploads;
  private final Originals originals;

  /**
   * Wires it.
   *
   * @param uploads finds the upload of a file record by its id
   */
  NeededRows(Function<String, Upload> uploads, Originals originals) {
    this.uploads = uploads;
    this.originals = originals;
  }

  /**
   * The sums of changes that are asked for, in units.
   *
   * @throws CannotRebuildException if a file cannot be read
   */
  Map<RowsNeeded, BigInteger> read(Set<RowsNeeded> needed) {
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
    needed.forEach(question -> sums.put(question, BigInteger.ZERO));
    try (Original original = originals.fetch(upload);
        InputStream in = original.open()) {
      new InventoryFile(in, upload.uploadedAt())
          .forEach(row -> add(row, byKey.getOrDefault(row.key(), List.of()), sums), reject -> {});
    } catch (OriginalUnavailableException | UnreadableFileException e) {
      throw new CannotRebuildException(
          List.of(new AppliedFile(upload, Optional.empty()).unreadable(e)));
    } catch (IOException e) {
      throw new UncheckedIOException("local disk fails while reading " + upload.key(), e);
    }
    return sums;
  }

  private static void add(Row row, List<RowsNeeded> asked, Map<RowsNeeded, BigInteger> sums) {
    for (RowsNeeded question : asked) {
      if (row.time().isAfter(question.after())) {
        sums.merge(question, BigInteger.valueOf(row.value()), BigInteger::add);
      }
    }
  }
}
