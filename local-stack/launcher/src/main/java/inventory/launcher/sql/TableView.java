package inventory.launcher.sql;

import inventory.model.resource.RawTable;
import inventory.model.resource.RawTable.Column;
import inventory.model.resource.RawTable.Form;
import inventory.model.resource.RawTables;
import java.util.List;
import java.util.stream.Collectors;

/** A table of raw files, as a view of DuckDB that gives the same rows as Athena's table. */
final class TableView {

  /** The table of the files' places in the bucket, by their copies. */
  static final String PLACES = "copies";

  private static final String LAST_DELIMITER = "([\\t,;])[^\\t,;]*$";
  private static final int DAY_LENGTH = RawTables.DAY_FORMAT.length();
  private static final int MAX_LINE_BYTES = 1 << 24;

  private final RawTable table;
  private final List<RawFile> files;
  private final String folder;

  /**
   * Prepares it.
   *
   * @param files all files of the table
   * @param folder where their copies are
   */
  TableView(RawTable table, List<RawFile> files, String folder) {
    this.table = table;
    this.files = files;
    this.folder = folder;
  }

  /** The statement that creates it. */
  String statement() {
    String columns =
        table.columns().stream()
            .map(column -> value(column) + " as " + name(column.name()))
            .collect(Collectors.joining(", "));
    return """
        create view %s as
        with lines as (%s), parsed as (select filename, %s as cells from lines)
        select %s, %s as day, place as "$path"
        from parsed join %s using (filename)"""
        .formatted(
            name(table.name()),
            files.isEmpty()
                ? "select null::varchar as line, null::varchar as filename where false"
                : lines(),
            cells(),
            columns,
            day(),
            PLACES);
  }

  private String lines() {
    String paths =
        files.stream().map(file -> text(file.copy().toString())).collect(Collectors.joining(", "));
    return """
        select line, filename from read_csv([%s], columns = {'line': 'VARCHAR'}, delim = '',
          header = false, skip = %d, new_line = '\\r\\n', quote = '', escape = '', comment = '', auto_detect = false,
          filename = true, strict_mode = false, ignore_errors = true,
          max_line_size = %d)"""
        .formatted(paths, table.form() == Form.CELLS ? 1 : 0, MAX_LINE_BYTES);
  }

  /** The day is a part of the copy's path, by which DuckDB leaves out files of other days. */
  private String day() {
    String before = folder + "/" + table.name() + "/";
    int begin = before.codePointCount(0, before.length()) + 1;
    return "substr(filename, %d, %d)".formatted(begin, DAY_LENGTH);
  }

  private String cells() {
    return table.form() == Form.CELLS
        ? "case regexp_extract(line, %s, 1) when chr(9) then %s when ',' then %s else %s end"
            .formatted(text(LAST_DELIMITER), match("\\t"), match(","), match(";"))
        : "case when json_valid(line) then json_transform(line, %s) end"
            .formatted(text("{" + structure(table.columns()) + "}"));
  }

  /**
   * Null where a line is none of so many cells. DuckDB's regular expressions cannot look ahead as
   * {@link RawTable#regex} does: the line's delimiter is found beforehand.
   */
  private String match(String delimiter) {
    String cells = (cell("\\t" + delimiter, "*") + delimiter).repeat(table.columns().size() - 1);
    String regex = "^" + cells + " *" + cell("\\t,;", "*?") + "\\s*$";
    String names =
        table.columns().stream()
            .map(column -> text(column.name()))
            .collect(Collectors.joining(", ", "[", "]"));
    return "case when regexp_matches(line, %1$s) then regexp_extract(line, %1$s, %2$s) end"
        .formatted(text(regex), names);
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

  /** A text as SQL writes it. */
  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
