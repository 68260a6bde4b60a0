package inventory.model.resource;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Raw files of the inbox bucket as a table for SQL (requirement R7). A line is a row; it is in the
 * partition of the day that its file's key names, {@code <prefix><yyyy>/<MM>/<dd>/…}.
 *
 * @param name the table's name
 * @param meaning what it holds, in a sentence
 * @param prefix what the keys of its files begin with; ends in a slash
 * @param form how its lines are read
 * @param columns its columns without the partition, in the order of the cells in a file
 */
public record RawTable(
    String name, String meaning, String prefix, Form form, List<Column> columns) {

  /** Keeps its own copy. */
  public RawTable {
    columns = List.copyOf(columns);
  }

  /** How a line becomes a row. One that is nothing of the sort is a row of nulls. */
  public enum Form {
    /**
     * Cells between tabs, commas or semicolons, the first line being the header. Quotes around a
     * cell are left out; those doubled within stay so. The order of the columns is fixed.
     */
    CELLS,
    /** A JSON object in each line. */
    JSON
  }

  /** What a column holds; an Athena type. */
  public enum Type {
    /** Text as it stands in the file. */
    STRING,
    /** A whole number of 64 bits; null where the text is none. */
    BIGINT,
    /** A list of records. */
    RECORDS
  }

  /**
   * A column.
   *
   * @param source what it is called in the file, case included
   * @param type what it holds
   * @param meaning what that means, in a phrase
   * @param fields the fields of its records; of type STRING all
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

    /** Its name in SQL: Athena has lower case alone. */
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

  // A comma or semicolon is no delimiter where a tab follows: the file's delimiter is the tab then.
  private static final String DELIMITER = "(?:\\t|[,;](?![^\\t]*\\t))";
  // A repeated choice of characters would be matched by recursion, and overflow on a long cell.
  private static final String QUOTED = "(?<=\")[^\"\\t]*(?:\"\"[^\"\\t]*)*(?=\")";
  private static final String BARE = "(?<!\")(?!\")[^\\t,;]*(?:[,;](?=[^\\t]*\\t)[^\\t,;]*)*";
  // Without the spaces around it: it is a number.
  private static final String LAST = "(?<!\")(?!\")[^\\t,;]*?(?!\")";

  /**
   * The regular expression of a line of {@link Form#CELLS}, as Java and Athena have them; a group
   * for each column. Either all delimiters are tabs, and the cells but the last may have commas and
   * semicolons, or there is no tab, and a cell with one of those must be quoted.
   */
  public String regex() {
    int delimiters = columns.size() - 1;
    String tabs = "(?=[^\\t]*$|(?:[^\\t]*\\t){" + delimiters + "}[^\\t]*$)";
    String cells = (cell(BARE) + DELIMITER).repeat(delimiters);
    return "^" + tabs + cells + " *" + cell(LAST) + "\\s*$";
  }

  private static String cell(String bare) {
    return "\"?(" + QUOTED + "|" + bare + ")\"?";
  }

  /** The Java class by which Athena reads a line. */
  public String serde() {
    return form == Form.CELLS
        ? "org.apache.hadoop.hive.serde2.RegexSerDe"
        : "org.openx.data.jsonserde.JsonSerDe";
  }

  /** What that class must be told. */
  public Map<String, String> serdeParameters() {
    return form == Form.CELLS
        ? Map.of("input.regex", regex())
        : Map.of("ignore.malformed.json", "true", "case.insensitive", "true");
  }

  /**
   * The table's properties in Glue: Athena computes the days' places instead of asking for a list
   * of partitions.
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
   * Where the table's files lie, as Glue wants it.
   *
   * @param bucket the inbox bucket's name
   */
  public String location(String bucket) {
    return "s3://" + bucket + "/" + prefix;
  }
}
