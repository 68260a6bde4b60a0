package inventory.reporting.http;

import inventory.model.table.Position;
import inventory.reporting.domain.ValidationRun;
import inventory.reporting.domain.ValidationRuns;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** Places among validation runs as opaque text. */
final class RunCursors {

  private static final List<String> QUERY = List.of("validation-runs");
  private static final int PARTS = 2;

  private RunCursors() {}

  static String encode(ValidationRun last) {
    return Cursor.encode(QUERY, List.of(Position.time(last.startedAt()), last.id()));
  }

  static ValidationRuns.Start decode(String cursor) {
    List<String> parts = Cursor.decode(QUERY, cursor, PARTS);
    if (!RunIds.ID.matcher(parts.get(1)).matches()) {
      throw Cursor.bad(cursor);
    }
    try {
      return new ValidationRuns.Start(Instant.parse(parts.get(0)), parts.get(1));
    } catch (DateTimeException e) {
      throw Cursor.bad(cursor);
    }
  }
}
