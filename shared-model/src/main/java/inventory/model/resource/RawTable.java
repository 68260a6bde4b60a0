package inventory.model.resource;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Raw files of the inbox bucket as a table for SQL (requirement R7). A line is a row. Its partition
 * is the day in its file's key, {@code <prefix><yyyy>/<MM>/<dd>/…}.
 *
 * @param name the table's name
 * @param meaning its contents, in a sentence
 * @param prefix the prefix of its files' keys; ends in a slash
 * @param form how its lines are read
 * @param columns its columns without the partition, in the order of the cells in a file
 */
public record RawTable(
    String name, String meaning, String prefix, Form form, List<Column> columns) {

  /** Keeps its own copy. */
  public RawTable {
    columns = List.copyOf(columns);
  }

  /** How a line becomes a row. A line that does not match becomes a row of nulls. */
  public enum Form {
    /**
     * Cells separated by tabs, commas or semicolons; the first line is the header. Quotes around a
     * cell are removed; doubled quotes in it are not. The order of the columns is fixed.
     */
    CELLS,
    /** A JSON object in each line. */
    JSON
  }

  /** The type of a column in Athena. */
  public enum Type {
    /** Text as it is in the file. */
    STRING,
    /** A whole number of 64 bits; null if the text is not one. */
    BIGINT,
    /** A list of records. */
    RECORDS
  }

  /**
   * A column.
   *
   * @param source its name in the file, case-sensitive
   * @param type its type
   * @param meaning its contents, in a phrase
   * @param fields the fields of its records, all of type STRING
   */
  public record Column(String source, Type type, String meaning, List<Column> fields) {

    /** Keeps its own copy. */
    public Column {
      fields = List.copyOf(fields);
    }

    /** A column without records. */
    static Column of(String source, Type type, String meaning) {
      return new Column(source, type, meaning, List.of());
    }

    /** Its name in SQL: names in Athena are in lower case. */
    public String name() {
      return source.toLowerCase(Locale.ROOT);
    }

    /** Its type as Glue writes it. */
    public String glueType() {
      return type == Type.RECORDS
          ? fields.stream()
              .map(field -> field.name() + ":" + field.glueType())
              .collect(Collectors.joining(",", "array<struct<", ">>"))
          : type.name().toLowerCase(Locale.ROOT);
    }
  }

  // The last cell is a number, so the last tab, comma or semicolon is the line's delimiter.
  private static final String DELIMITER =
      Stream.of("\\t", ",", ";")
          .map(delimiter -> delimiter + "(?=" + endsWith(delimiter) + ")")
          .collect(Collectors.joining("|", "(?:", ")"));
  private static final String NO_DELIMITER =
      Stream.of(",", ";")
          .map(delimiter -> delimiter + "(?!" + endsWith(delimiter) + ")")
          .collect(Collectors.joining("|", "(?:", ")"));

  // A repeated alternative is matched by recursion and would overflow the stack on a long cell.
  private static final String QUOTED = "(?<=\")[^\"\\t]*(?:\"\"[^\"\\t]*)*(?=\")";
  private static final String BARE = "(?<!\")(?!\")[^\\t,;]*(?:" + NO_DELIMITER + "[^\\t,;]*)*";
  // Without surrounding spaces.
  private static final String NUMBER = "(?<!\")(?!\")[^\\t,;]*?(?!\")";

  /**
   * The regular expression of a line of {@link Form#CELLS}, for Java and Athena, with a group for
   * each column. The line's delimiter is its last tab, comma or semicolon; the other two characters
   * belong to cells. A cell never contains a tab.
   */
  public String regex() {
    String cells = (cell(BARE) + DELIMITER).repeat(columns.size() - 1);
    return "^" + cells + " *" + cell(NUMBER) + "\\s*\\z";
  }

  /** Matches after a delimiter if it, or a later one of the same kind, is the last of the line. */
  private static String endsWith(String delimiter) {
    return "(?:[\\s\\S]*" + delimiter + ")?[^\\t,;]*\\z";
  }

  private static String cell(String bare) {
    return "\"?(" + QUOTED + "|" + bare + ")\"?";
  }

  /** The Java class with which Athena reads a line. */
  public String serde() {
    return form == Form.CELLS
        ? "org.apache.hadoop.hive.serde2.RegexSerDe"
        : "org.openx.data.jsonserde.JsonSerDe";
  }

  /** The parameters of that class. */
  public Map<String, String> serdeParameters() {
    return form == Form.CELLS
        ? Map.of("input.regex", regex())
        : Map.of("ignore.malformed.json", "true", "case.insensitive", "true");
  }

  /**
   * The table's properties in Glue. With them Athena computes the location of each day instead of
   * reading a list of partitions.
   *
   * @param bucket the inbox bucket's name
   */
  public Map<String, String> parameters(String bucket) {
    String day = RawTables.DAY;
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("classification", form == Form.CELLS ? "csv" : "json");
    if (form == Form.CELLS) {
      parameters.put("skip.header.line.count", "1");
    }
    parameters.put("projection.enabled", "true");
    parameters.put("projection." + day + ".type", "date");
    parameters.put("projection." + day + ".format", RawTables.DAY_FORMAT);
    parameters.put("projection." + day + ".range", RawTables.FIRST_DAY + ",NOW");
    parameters.put("projection." + day + ".interval", "1");
    parameters.put("projection." + day + ".interval.unit", "DAYS");
    parameters.put("storage.location.template", location(bucket) + "${" + day + "}/");
    return Collections.unmodifiableMap(parameters);
  }

  /**
   * The location of the table's files, for Glue.
   *
   * @param bucket the inbox bucket's name
   */
  public String location(String bucket) {
    return "s3://" + bucket + "/" + prefix;
  }
}
