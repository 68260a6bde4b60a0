package inventory.launcher.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import inventory.model.resource.RawTable;
import inventory.model.resource.RawTables;
import inventory.stack.LaunchException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/**
 * The tables of {@link RawTables} in a DuckDB of this process. It reads the copies of the raw files
 * and nothing else: no other file, no network, no extension; and takes queries alone.
 */
public final class RawDatabase implements AutoCloseable {

  private static final String MEMORY = "jdbc:duckdb:";

  // Functions of Athena that DuckDB has by another name. Their results are alike for the arguments
  // that the tables have.
  private static final List<String> ATHENA_FUNCTIONS =
      List.of(
          "create macro main.from_iso8601_timestamp(t) as cast(t as timestamptz)",
          "create macro main.cardinality(list) as len(list)",
          "create macro main.sequence(first, last) as generate_series(first, last)",
          "create macro main.approx_distinct(x) as approx_count_distinct(x)",
          "create macro main.regexp_like(t, pattern) as regexp_matches(t, pattern)",
          "create macro main.json_extract_scalar(t, path) as json_extract_string(t, path)");

  private static final Set<Integer> NUMBERS =
      Set.of(
          Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.FLOAT,
          Types.DOUBLE,
          Types.DECIMAL,
          Types.NUMERIC);
  private static final String HUGE = "HUGEINT";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  private final JsonMapper json = new JsonMapper();
  private final Connection connection;

  private RawDatabase(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens it.
   *
   * @param files the files of all tables; a table without any is empty
   * @param folder where their copies are
   */
  public static RawDatabase open(List<RawFile> files, Path folder) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    Connection connection = DriverManager.getConnection(MEMORY, properties);
    try {
      create(connection, files, folder.toAbsolutePath().normalize());
      lock(connection, folder.toAbsolutePath().normalize());
      return new RawDatabase(connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static void create(Connection connection, List<RawFile> files, Path folder)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create table main." + TableView.PLACES + "(filename varchar, place varchar)");
      for (String function : ATHENA_FUNCTIONS) {
        statement.execute(function);
      }
      statement.execute("create schema " + RawTables.DATABASE);
      statement.execute("set search_path = '" + RawTables.DATABASE + ",main'");
      for (RawTable table : RawTables.ALL) {
        List<RawFile> own = files.stream().filter(file -> file.table().equals(table)).toList();
        statement.execute(new TableView(table, own, folder.toString()).statement());
      }
    }
    String insert = "insert into main." + TableView.PLACES + " values (?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      for (RawFile file : files) {
        statement.setString(1, file.copy().toString());
        statement.setString(2, file.uri());
        statement.addBatch();
      }
      if (!files.isEmpty()) {
        statement.executeBatch();
      }
    }
  }

  private static void lock(Connection connection, Path folder) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set TimeZone = 'UTC'");
      statement.execute("set allowed_directories = [" + TableView.text(folder + "/") + "]");
      statement.execute("set enable_external_access = false");
      statement.execute("set lock_configuration = true");
    }
  }

  /**
   * Runs a query.
   *
   * @param output is given the result, row by row
   * @throws LaunchException if the text is no query, or DuckDB refuses it; the message says why
   */
  public void query(String sql, ResultOutput output) throws IOException {
    try (Statement statement = connection.createStatement()) {
      requireQuery(sql);
      try (ResultSet result = statement.executeQuery(sql)) {
        hand(result, output);
      }
    } catch (SQLException e) {
      throw new LaunchException(e.getMessage(), e);
    }
  }

  /** DuckDB writes down queries as JSON, and nothing else. */
  private void requireQuery(String sql) throws SQLException, IOException {
    try (PreparedStatement statement =
        connection.prepareStatement("select json_serialize_sql(?::varchar)::varchar")) {
      statement.setString(1, sql);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        JsonNode answer = json.readTree(result.getString(1));
        if (answer.path("error").asBoolean()) {
          throw new LaunchException(
              "this is no query that can be run: " + answer.path("error_message").asText());
        }
      }
    }
  }

  private static void hand(ResultSet result, ResultOutput output) throws SQLException, IOException {
    ResultSetMetaData columns = result.getMetaData();
    List<ResultOutput.Column> titles = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      boolean number =
          NUMBERS.contains(columns.getColumnType(i)) || HUGE.equals(columns.getColumnTypeName(i));
      titles.add(new ResultOutput.Column(columns.getColumnName(i), number));
    }
    output.begin(titles);
    while (result.next()) {
      List<String> cells = new ArrayList<>();
      for (int i = 1; i <= titles.size(); i++) {
        cells.add(text(result, i));
      }
      output.row(cells);
    }
    output.end();
  }

  private static String text(ResultSet result, int column) throws SQLException {
    Object value = result.getObject(column);
    if (value instanceof Double number && !number.isNaN() && !number.isInfinite()) {
      return BigDecimal.valueOf(number).toPlainString();
    }
    if (value instanceof Timestamp) {
      // The driver's own type would be shown in this machine's zone.
      return TIME.format(result.getObject(column, LocalDateTime.class));
    }
    if (value instanceof OffsetDateTime time) {
      return TIME.format(time.withOffsetSameInstant(ZoneOffset.UTC)) + " UTC";
    }
    return value == null ? null : value.toString();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
