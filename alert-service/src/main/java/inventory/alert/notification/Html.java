package inventory.alert.notification;

import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.p;
import static j2html.TagCreator.small;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.TagCreator;
import j2html.tags.specialized.TdTag;
import java.util.List;
import java.util.regex.Pattern;

/** HTML elements for notifications. All text is escaped; mail programs support few styles. */
public final class Html {

  private static final Pattern NUMBER = Pattern.compile("-?\\d+");
  private static final String TABLE = "border-collapse:collapse";
  private static final String CELL = "padding:2px 10px;border-bottom:1px solid #ddd";

  private Html() {}

  /** A complete document around a notification's content. */
  public static String document(String content) {
    return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body"
        + " style=\"font-family:sans-serif\">"
        + content
        + "</body></html>";
  }

  /** A paragraph; empty for blank text. */
  public static String paragraph(String text) {
    return text.isBlank() ? "" : p(text.strip()).render();
  }

  /** A heading. */
  static String heading(String text) {
    return h3(text).render();
  }

  /** A paragraph in small print. */
  static String note(String text) {
    return p(small(text)).render();
  }

  /** A link in a paragraph of its own. */
  public static String link(String text, String url) {
    return p(TagCreator.a(text).withHref(url)).render();
  }

  /** A table; whole numbers are right-aligned. */
  static String table(List<String> header, List<List<String>> rows) {
    return TagCreator.table()
        .withStyle(TABLE)
        .with(
            thead(tr(each(header, cell -> th(cell).withStyle(CELL + ";text-align:left")))),
            tbody(each(rows, row -> tr(each(row, Html::cell)))))
        .render();
  }

  /** Facts as a table, each a label and a value. */
  static String facts(List<List<String>> facts) {
    return table(List.of("", ""), facts);
  }

  private static TdTag cell(String text) {
    boolean isNumber = NUMBER.matcher(text).matches();
    return td(text).withStyle(isNumber ? CELL + ";text-align:right" : CELL);
  }
}
