package inventory.launcher.sql;

import inventory.model.resource.RawTable;
import inventory.model.resource.RawTable.Column;
import inventory.model.resource.RawTable.Form;
import java.util.List;
import java.util.stream.Collectors;

/** A view of DuckDB over raw files, with the same rows as Athena's table. */
final class TableView {

  /** Creates the table that has the place and the day of each copy. */
  static final String FILES_TABLE =
      "create table main.copies(filename varchar, place varchar, day varchar)";

  /** Adds a copy: its path, its place and its day. */
  static final String INSERT_FILE = "insert into main.copies values (?, ?, ?)";

  private static final String LAST_DELIMITER = "([\\t,;])[^\\t,;]*$";
  private static final int MAX_LINE_BYTES = 1 << 24;

  private final RawTable table;
  private final List<RawFile> files;

  /**
   * Prepares a view.
   *
   * @param files all files of the table
   */
  TableView(RawTable table, List<RawFile> files) {
    this.table = table;
    this.files = files;
  }

  /** The statement that creates the view. */
  String statement() {
    String columns =
        table.columns().stream()
            .map(column -> value(column) + " as " + name(column.name()))
            .collect(Collectors.joining(", "));
    return """
        create view %s as
        with lines as (%s), parsed as (select filename, %s as cells from lines)
        select %s, day, place as "$path"
        from parsed join copies using (filename)"""
        .formatted(
            name(table.name()),
            files.isEmpty()
                ? "select null::varchar as line, null::varchar as filename where false"
                : lines(),
            cells(),
            columns);
  }

  private String lines() {
    String paths =
        files.stream()
            .map(file -> literal(file.copy().toString()))
            .collect(Collectors.joining(", "));
    return """
        select line, filename from read_csv([%s], columns = {'line': 'VARCHAR'}, delim = '',
          header = false, skip = %d, new_line = '\\r\\n', quote = '', escape = '', comment = '', auto_detect = false,
          filename = true, strict_mode = false, ignore_errors = true,
          max_line_size = %d)"""
        .formatted(paths, table.form() == Form.CELLS ? 1 : 0, MAX_LINE_BYTES);
  }

  private String cells() {
    return table.form() == Form.CELLS
        ? "case regexp_extract(line, %s, 1) when chr(9) then %s when ',' then %s else %s end"
            .formatted(literal(LAST_DELIMITER), match("\\t"), match(","), match(";"))
        : "case when json_valid(line) then json_transform(line, %s) end"
            .formatted(literal("{" + structure(table.columns()) + "}"));
  }

  /**
   * The cells of a line, or null if their number is wrong. {@link RawTable#regex} looks ahead for
   * the delimiter, which DuckDB's regular expressions cannot do: the caller finds it first.
   */
  private String match(String delimiter) {
    String cells = (cell("\\t" + delimiter, "*") + delimiter).repeat(table.columns().size() - 1);
    String regex = "^" + cells + " *" + cell("\\t,;", "*?") + "\\s*$";
    String names =
        table.columns().stream()
            .map(column -> literal(column.name()))
            .collect(Collectors.joining(", ", "[", "]"));
    return "case when regexp_matches(line, %1$s) then regexp_extract(line, %1$s, %2$s) end"
        .formatted(literal(regex), names);
  }

  private static String cell(String without, String often) {
    String quoted = "\"[^\"\\t]*(?:\"\"[^\"\\t]*)*\"";
    String bare = "[^\"" + without + "][^" + without + "]" + often;
    return "(" + quoted + "|" + bare + "|)";
  }

  private static String structure(List<Column> columns) {
    return columns.stream()
        .map(
            column ->
                column.type() == RawTable.Type.RECORDS
                    ? "\"%s\": [{%s}]".formatted(column.source(), structure(column.fields()))
                    : "\"%s\": \"VARCHAR\"".formatted(column.source()))
        .collect(Collectors.joining(", "));
  }

  private String value(Column column) {
    String cell = "cells." + name(table.form() == Form.CELLS ? column.name() : column.source());
    if (table.form() == Form.CELLS) {
      cell =
          "case when %1$s like '\"%%' then substr(%1$s, 2, length(%1$s) - 2) else %1$s end"
              .formatted(cell);
    }
    return column.type() == RawTable.Type.BIGINT
        ? "case when regexp_full_match(%1$s, '[+-]?[0-9]+') then try_cast(%1$s as bigint) end"
            .formatted(cell)
        : cell;
  }

  private static String name(String name) {
    return '"' + name + '"';
  }

  /** A text as an SQL literal. */
  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
