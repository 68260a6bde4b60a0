package inventory.model.csv;

import inventory.model.FileKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The first line of a file: it determines the kind, the delimiter and the index of each column.
 * Columns may be in any order and case.
 */
public final class Header {

  private static final char[] DELIMITERS = {'\t', ',', ';'};
  private static final int SHOWN_LENGTH = 100;

  private final FileKind kind;
  private final char delimiter;
  private final List<String> titles;
  private final Map<Column, Integer> indexes;

  private Header(FileKind kind, char delimiter, List<String> titles, Map<Column, Integer> indexes) {
    this.kind = kind;
    this.delimiter = delimiter;
    this.titles = List.copyOf(titles);
    this.indexes = indexes;
  }

  /** The kind of the file. */
  public FileKind kind() {
    return kind;
  }

  /** The delimiter: a tab, a comma or a semicolon. */
  public char delimiter() {
    return delimiter;
  }

  /** The cells of the header, without those that only a rejects file has. */
  List<String> titles() {
    return titles;
  }

  /** How many cells a row has. */
  int size() {
    return indexes.size();
  }

  /** The index of a column of this kind of file, from 0. */
  int indexOf(Column column) {
    return indexes.get(column);
  }

  /** Parses the header line. */
  static Header parse(String line) throws UnreadableFileException {
    for (char delimiter : DELIMITERS) {
      Optional<List<String>> cells = RecordParser.parseOne(line, delimiter);
      Optional<Header> header = cells.flatMap(found -> of(found, delimiter));
      if (header.isPresent()) {
        return header.get();
      }
    }
    String shown = line.length() > SHOWN_LENGTH ? line.substring(0, SHOWN_LENGTH) + "…" : line;
    throw new UnreadableFileException(
        "unknown header \"%s\": expected the columns Timestamp, WarehouseName, ItemId, ItemName, StockLevelChange or store, item, count, separated by tab, comma or semicolon"
            .formatted(shown));
  }

  private static Optional<Header> of(List<String> cells, char delimiter) {
    Map<Column, Integer> indexes = new EnumMap<>(Column.class);
    List<String> titles = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Optional<Column> column = Column.of(cells.get(i));
      if (column.isEmpty() || indexes.put(column.get(), i) != null) {
        return Optional.empty();
      }
      if (!Column.of(FileKind.UNKNOWN).contains(column.get())) {
        titles.add(column.get().title());
      }
    }
    return kindOf(indexes.keySet()).map(kind -> new Header(kind, delimiter, titles, indexes));
  }

  private static Optional<FileKind> kindOf(Set<Column> columns) {
    Set<Column> meaningful = new HashSet<>(columns);
    meaningful.removeAll(Column.of(FileKind.UNKNOWN));
    return Set.of(FileKind.TRANSACTIONS, FileKind.COUNT).stream()
        .filter(kind -> Column.of(kind).equals(meaningful))
        .collect(Collectors.reducing((a, b) -> a));
  }
}
