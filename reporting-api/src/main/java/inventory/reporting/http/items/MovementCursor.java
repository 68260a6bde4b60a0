package inventory.reporting.http.items;

import inventory.reporting.domain.movements.MovementEntry;
import inventory.reporting.domain.movements.PagePosition;
import inventory.reporting.http.CursorFormat;
import inventory.reporting.http.Parameters;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How positions in lists of movements are written into cursors. */
final class MovementCursor {

  static final CursorFormat<PagePosition> FORMAT =
      new CursorFormat<>(6, MovementCursor::write, MovementCursor::read);

  // Names have no control characters.
  private static final String NEXT_LEVEL = "\t";
  private static final String NEXT_FIELD = "\u0001";

  private MovementCursor() {}

  private static List<String> write(PagePosition position) {
    return List.of(
        position.last().at(),
        Integer.toString(position.last().line()),
        position.last().warehouse(),
        position.upTo(),
        position.readAt().toString(),
        position.known().entrySet().stream()
            .map(level -> write(level.getKey(), level.getValue()))
            .sorted()
            .collect(Collectors.joining(NEXT_LEVEL)));
  }

  private static String write(String warehouse, PagePosition.KnownLevel level) {
    return String.join(
        NEXT_FIELD, warehouse, level.units().toString(), level.revision().toString());
  }

  private static PagePosition read(List<String> parts) {
    return new PagePosition(
        new MovementEntry.EntryPosition(parts.get(0), Integer.parseInt(parts.get(1)), parts.get(2)),
        parts.get(3),
        Instant.parse(parts.get(4)),
        Parameters.given(parts.get(5)).map(MovementCursor::levels).orElse(Map.of()));
  }

  private static Map<String, PagePosition.KnownLevel> levels(String text) {
    return Arrays.stream(text.split(NEXT_LEVEL))
        .map(level -> level.split(NEXT_FIELD))
        .collect(
            Collectors.toMap(
                fields -> fields[0],
                fields ->
                    new PagePosition.KnownLevel(
                        new BigInteger(fields[1]), new BigInteger(fields[2]))));
  }
}
