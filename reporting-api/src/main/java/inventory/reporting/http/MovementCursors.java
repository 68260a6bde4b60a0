package inventory.reporting.http;

import inventory.reporting.domain.MovementCursor;
import inventory.reporting.domain.MovementEntry;
import java.util.List;
import java.util.regex.Pattern;

/** Places among movements as opaque text. */
final class MovementCursors {

  private static final Pattern POSITION =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{9}Z#[!-~]{1,200}");
  private static final Pattern LINE = Pattern.compile("[0-9]{1,9}");
  private static final int PARTS = 4;

  private MovementCursors() {}

  static String encode(Cursors cursors, List<String> query, MovementCursor cursor) {
    MovementEntry.Place last = cursor.last();
    return cursors.encode(
        query,
        List.of(last.position(), Integer.toString(last.line()), last.warehouse(), cursor.upTo()));
  }

  static MovementCursor decode(Cursors cursors, List<String> query, String cursor) {
    List<String> parts = cursors.decode(query, cursor, PARTS);
    String position = matching(POSITION, parts.get(0), cursor);
    int line = Integer.parseInt(matching(LINE, parts.get(1), cursor));
    String upTo = matching(POSITION, parts.get(3), cursor);
    // Reading begins at upTo, so that one before the last entry would skip what lies between.
    if (upTo.compareTo(position) < 0) {
      throw Cursors.bad(cursor);
    }
    return new MovementCursor(new MovementEntry.Place(position, line, parts.get(2)), upTo);
  }

  private static String matching(Pattern pattern, String part, String cursor) {
    if (!pattern.matcher(part).matches()) {
      throw Cursors.bad(cursor);
    }
    return part;
  }
}
