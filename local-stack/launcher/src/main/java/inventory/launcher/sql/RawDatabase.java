package inventory.launcher.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import inventory.model.resource.RawTable;
import inventory.model.resource.RawTables;
import inventory.stack.LaunchException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/**
 * The tables of {@link RawTables} in an in-memory DuckDB. The database accepts only queries and can
 * only access one folder: no other file, no network and no extension.
 */
public final class RawDatabase implements AutoCloseable {

  // Functions of Athena that DuckDB has under another name. For the tables' data, the results are
  // the same.
  private static final List<String> ATHENA_FUNCTIONS =
      List.of(
          "create macro main.from_iso8601_timestamp(t) as cast(t as timestamptz)",
          "create macro main.cardinality(list) as len(list)",
          "create macro main.sequence(first, last) as generate_series(first, last)",
          "create macro main.approx_distinct(x) as approx_count_distinct(x)",
          "create macro main.regexp_like(t, pattern) as regexp_matches(t, pattern)",
          "create macro main.json_extract_scalar(t, path) as json_extract_string(t, path)");

  private final JsonMapper json = new JsonMapper();
  private final Connection connection;

  private RawDatabase(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens a database.
   *
   * @param files files of all tables; a table without files is empty
   * @param folder the folder with all copies, for results too
   */
  public static RawDatabase open(List<RawFile> files, Path folder) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties);
    try {
      create(connection, files);
      lock(connection, folder);
      return new RawDatabase(connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static void create(Connection connection, List<RawFile> files) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(TableView.FILES_TABLE);
      for (String function : ATHENA_FUNCTIONS) {
        statement.execute(function);
      }
      statement.execute("create schema " + RawTables.DATABASE);
      statement.execute("set search_path = '" + RawTables.DATABASE + ",main'");
      for (RawTable table : RawTables.ALL) {
        List<RawFile> own = files.stream().filter(file -> file.table().equals(table)).toList();
        statement.execute(new TableView(table, own).statement());
      }
    }
    try (PreparedStatement insert = connection.prepareStatement(TableView.INSERT_FILE)) {
      for (RawFile file : files) {
        insert.setString(1, file.copy().toString());
        insert.setString(2, file.uri());
        insert.setString(3, file.day());
        insert.addBatch();
      }
      if (!files.isEmpty()) {
        insert.executeBatch();
      }
    }
  }

  private static void lock(Connection connection, Path folder) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set TimeZone = 'UTC'");
      statement.execute("set allowed_directories = [" + TableView.literal(folder + "/") + "]");
      statement.execute("set enable_external_access = false");
      statement.execute("set lock_configuration = true");
    }
  }

  /**
   * Runs a query and writes the result as CSV with a header.
   *
   * @param result file to write, in the database's folder
   * @param nullText text of a cell without a value
   * @throws LaunchException if the text is not a query, or DuckDB rejects it; the message says why
   */
  public void query(String sql, Path result, String nullText) throws IOException {
    try (Statement statement = connection.createStatement()) {
      requireQuery(sql);
      statement.execute(
          "copy (%s\n) to %s (format csv, header, nullstr %s)"
              .formatted(
                  sql.strip().replaceAll(";$", ""),
                  TableView.literal(result.toString()),
                  TableView.literal(nullText)));
    } catch (SQLException e) {
      throw new LaunchException(e.getMessage(), e);
    }
  }

  /** DuckDB serializes queries to JSON, and nothing else. */
  private void requireQuery(String sql) throws SQLException, IOException {
    try (PreparedStatement statement =
        connection.prepareStatement("select json_serialize_sql(?::varchar)::varchar")) {
      statement.setString(1, sql);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        JsonNode answer = json.readTree(result.getString(1));
        if (answer.path("error").asBoolean()) {
          throw new LaunchException(
              "this is not a query: " + answer.path("error_message").asText());
        }
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
