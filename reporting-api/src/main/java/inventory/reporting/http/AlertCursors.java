package inventory.reporting.http;

import inventory.model.AlertId;
import inventory.model.Names;
import inventory.model.Position;
import inventory.model.StockState;
import inventory.reporting.domain.AlertRecords;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Places among open alerts as opaque text. */
final class AlertCursors {

  private static final int PARTS = 4;

  private AlertCursors() {}

  static String encode(Cursors cursors, List<String> query, AlertRecords.Place last) {
    return cursors.encode(
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
  static AlertRecords.Place decode(
      Cursors cursors, List<String> query, String cursor, List<StockState> states) {
    List<String> parts = cursors.decode(query, cursor, PARTS);
    StockState state =
        states.stream()
            .filter(one -> one.name().equals(parts.get(0)))
            .findFirst()
            .orElseThrow(() -> Cursors.bad(cursor));
    Optional<String> warehouse = Parameters.given(parts.get(3)).map(name -> name(name, cursor));
    AlertId id = new AlertId(name(parts.get(2), cursor), warehouse);
    try {
      return new AlertRecords.Place(state, Instant.parse(parts.get(1)), id);
    } catch (DateTimeException e) {
      throw Cursors.bad(cursor);
    }
  }

  private static String name(String name, String cursor) {
    if (Names.problemWith(name).isPresent()) {
      throw Cursors.bad(cursor);
    }
    return name;
  }
}
