package inventory.reporting.http;

import inventory.model.Position;
import inventory.reporting.domain.ValidationRuns;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** Places among validation runs as opaque text. */
final class RunCursors {

  private static final List<String> QUERY = List.of("validation-runs");
  private static final int PARTS = 2;

  private RunCursors() {}

  static String encode(Cursors cursors, ValidationRuns.Start last) {
    return cursors.encode(QUERY, List.of(Position.time(last.startedAt()), last.runId()));
  }

  static ValidationRuns.Start decode(Cursors cursors, String cursor) {
    List<String> parts = cursors.decode(QUERY, cursor, PARTS);
    if (!RunIds.ID.matcher(parts.get(1)).matches()) {
      throw Cursors.bad(cursor);
    }
    try {
      return new ValidationRuns.Start(Instant.parse(parts.get(0)), parts.get(1));
    } catch (DateTimeException e) {
      throw Cursors.bad(cursor);
    }
  }
}
