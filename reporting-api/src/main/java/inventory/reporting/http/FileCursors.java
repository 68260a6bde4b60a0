package inventory.reporting.http;

import inventory.model.table.Position;
import inventory.reporting.domain.FileRecord;
import inventory.reporting.domain.FileRecords;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** Places among files as opaque text. */
final class FileCursors {

  private static final int PARTS = 2;

  private FileCursors() {}

  static String encode(List<String> query, FileRecord last) {
    return Cursor.encode(query, List.of(Position.time(last.receivedAt()), last.id()));
  }

  static FileRecords.Arrival decode(List<String> query, String cursor) {
    List<String> parts = Cursor.decode(query, cursor, PARTS);
    if (!FileIds.ID.matcher(parts.get(1)).matches()) {
      throw Cursor.bad(cursor);
    }
    try {
      return new FileRecords.Arrival(Instant.parse(parts.get(0)), parts.get(1));
    } catch (DateTimeException e) {
      throw Cursor.bad(cursor);
    }
  }
}
