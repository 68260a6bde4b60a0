package inventory.reporting.http;

import inventory.model.AlertId;
import inventory.model.Names;
import inventory.model.StockState;
import inventory.model.table.Position;
import inventory.reporting.domain.Alert;
import inventory.reporting.domain.AlertRecords;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Places among open alerts as opaque text. */
final class AlertCursors {

  private static final int PARTS = 4;

  private AlertCursors() {}

  static String encode(List<String> query, Alert last) {
    return Cursor.encode(
        query,
        List.of(
            last.state().name(),
            Position.time(last.since()),
            last.id().itemId(),
            last.id().warehouse().orElse("")));
  }

  /**
   * Reads a cursor.
   *
   * @param states the states that the list may hold: DynamoDB refuses a place outside of it
   */
  static AlertRecords.Place decode(List<String> query, String cursor, List<StockState> states) {
    List<String> parts = Cursor.decode(query, cursor, PARTS);
    StockState state =
        states.stream()
            .filter(one -> one.name().equals(parts.get(0)))
            .findFirst()
            .orElseThrow(() -> Cursor.bad(cursor));
    Optional<String> warehouse = Parameters.given(parts.get(3)).map(name -> name(name, cursor));
    AlertId id = new AlertId(name(parts.get(2), cursor), warehouse);
    try {
      return new AlertRecords.Place(state, Instant.parse(parts.get(1)), id);
    } catch (DateTimeException e) {
      throw Cursor.bad(cursor);
    }
  }

  private static String name(String name, String cursor) {
    if (Names.problemWith(name).isPresent()) {
      throw Cursor.bad(cursor);
    }
    return name;
  }
}
