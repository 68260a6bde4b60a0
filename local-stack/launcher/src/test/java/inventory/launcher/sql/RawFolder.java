package inventory.launcher.sql;

import inventory.model.resource.RawTable;
import inventory.model.resource.RawTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.QuoteMode;

/** Files of tables in a folder, without a bucket, and a database over them. */
final class RawFolder implements AutoCloseable {

  static final String BUCKET = "s3://inbox/";

  private final Path folder;
  private RawDatabase database;

  RawFolder(Path folder) {
    this.folder = folder;
  }

  /** Where a key's copy is. */
  Path path(RawTable table, String key) {
    return folder.resolve(table.name()).resolve(key.substring(table.prefix().length()));
  }

  void put(RawTable table, String key, String text) {
    try {
      Path path = path(table, key);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens the database over what there is by now. */
  RawDatabase open() throws Exception {
    List<RawFile> files = new ArrayList<>();
    for (RawTable table : RawTables.ALL) {
      Path own = folder.resolve(table.name());
      if (Files.exists(own)) {
        try (Stream<Path> copies = Files.walk(own)) {
          copies
              .filter(Files::isRegularFile)
              .sorted()
              .forEach(copy -> files.add(file(table, own, copy)));
        }
      }
    }
    database = RawDatabase.open(files, folder);
    return database;
  }

  private static RawFile file(RawTable table, Path own, Path copy) {
    String key = table.prefix() + own.relativize(copy);
    return new RawFile(table, RawTables.day(table, key).orElseThrow(), BUCKET + key, copy);
  }

  /** The rows of a query; a cell without a value is null. */
  List<List<String>> rows(String sql) throws Exception {
    RawDatabase open = database == null ? open() : database;
    Path result = folder.resolve("result.csv");
    open.query(sql, result, "");
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setNullString("").setQuoteMode(QuoteMode.ALL_NON_NULL).get();
    try (CSVParser rows = CSVParser.parse(result, StandardCharsets.UTF_8, format)) {
      return rows.stream().skip(1).map(row -> row.stream().toList()).toList();
    }
  }

  @Override
  public void close() throws SQLException {
    if (database != null) {
      database.close();
    }
  }
}
