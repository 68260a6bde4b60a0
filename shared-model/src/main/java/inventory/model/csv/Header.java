package inventory.model.csv;

import inventory.model.FileKind;
import inventory.model.Shortened;
import java.util.ArrayList;
import java.util.Arrays;
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
  private final List<Column> columns;
  private final Map<Column, Integer> indexes;

  private Header(
      FileKind kind, char delimiter, List<Column> columns, Map<Column, Integer> indexes) {
    this.kind = kind;
    this.delimiter = delimiter;
    this.columns = List.copyOf(columns);
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

  /** The columns in the order of the file, without those that only a rejects file has. */
  List<Column> columns() {
    return columns;
  }

  /** The cells of a good row of a count file, in the order of the file. */
  public List<String> cellsOf(Row count) {
    String[] cells = new String[size()];
    Arrays.fill(cells, "");
    cells[indexOf(Column.STORE)] = count.key().warehouse();
    cells[indexOf(Column.ITEM)] = count.key().itemId();
    cells[indexOf(Column.COUNT)] = Long.toString(count.value());
    return List.of(cells);
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
    throw new UnreadableFileException(
        "unknown header \"%s\": expected the columns Timestamp, WarehouseName, ItemId, ItemName, StockLevelChange or store, item, count, separated by tab, comma or semicolon"
            .formatted(Shortened.text(line, SHOWN_LENGTH)));
  }

  private static Optional<Header> of(List<String> cells, char delimiter) {
    Map<Column, Integer> indexes = new EnumMap<>(Column.class);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Optional<Column> column = Column.of(cells.get(i));
      if (column.isEmpty() || indexes.put(column.get(), i) != null) {
        return Optional.empty();
      }
      if (!Column.of(FileKind.UNKNOWN).contains(column.get())) {
        columns.add(column.get());
      }
    }
    return kindOf(indexes.keySet()).map(kind -> new Header(kind, delimiter, columns, indexes));
  }

  private static Optional<FileKind> kindOf(Set<Column> columns) {
    Set<Column> meaningful = new HashSet<>(columns);
    meaningful.removeAll(Column.of(FileKind.UNKNOWN));
    return Set.of(FileKind.TRANSACTIONS, FileKind.COUNT).stream()
        .filter(kind -> Column.of(kind).equals(meaningful))
        .collect(Collectors.reducing((a, b) -> a));
  }
}
