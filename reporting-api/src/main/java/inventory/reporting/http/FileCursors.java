package inventory.reporting.http;

import inventory.model.Position;
import inventory.reporting.domain.FileRecords;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** Places among files as opaque text. */
final class FileCursors {

  private static final int PARTS = 2;

  private FileCursors() {}

  static String encode(Cursors cursors, List<String> query, FileRecords.Arrival last) {
    return cursors.encode(query, List.of(Position.time(last.receivedAt()), last.fileId()));
  }

  static FileRecords.Arrival decode(Cursors cursors, List<String> query, String cursor) {
    List<String> parts = cursors.decode(query, cursor, PARTS);
    if (!FileIds.ID.matcher(parts.get(1)).matches()) {
      throw Cursors.bad(cursor);
    }
    try {
      return new FileRecords.Arrival(Instant.parse(parts.get(0)), parts.get(1));
    } catch (DateTimeException e) {
      throw Cursors.bad(cursor);
    }
  }
}
