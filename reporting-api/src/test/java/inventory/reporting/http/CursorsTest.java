package inventory.reporting.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.model.AlertId;
import inventory.model.StockKey;
import inventory.model.StockState;
import inventory.reporting.domain.MovementCursor;
import inventory.reporting.domain.MovementEntry;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {

  private static final List<String> QUERY = List.of("items", "Berlin 1", "");
  private static final Cursors CURSORS = new Cursors("a key of these tests".getBytes(UTF_8));
  private static final String EARLY = "2026-02-15T12:00:00.000000000Z#abc";
  private static final String LATE = "2026-02-15T13:00:00.000000000Z#abd";

  @ParameterizedTest
  @ValueSource(strings = {"a123v5", " 漢/字?#%+& ", "a=b"})
  void aPlaceComesBackAsItWas(String itemId) {
    String cursor = CURSORS.encode(QUERY, List.of(itemId));

    assertThat(cursor).matches("[A-Za-z0-9_-]+");
    assertThat(CURSORS.decode(QUERY, cursor, 1)).containsExactly(itemId);
  }

  @Test
  void aCursorOfAnotherQueryIsRefused() {
    String cursor = CURSORS.encode(QUERY, List.of("a123v5"));

    assertRefused(() -> CURSORS.decode(List.of("items", "Berlin 1", "5"), cursor, 1));
    assertRefused(() -> CURSORS.decode(List.of("items", "Berlin 2", ""), cursor, 1));
    assertRefused(() -> CURSORS.decode(QUERY, cursor, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "!!!!", "YWJj", "a b", "%00"})
  void aMalformedCursorIsRefused(String cursor) {
    assertRefused(() -> CURSORS.decode(QUERY, cursor, 1));
  }

  @Test
  void aPlaceAmongMovementsComesBackAsItWas() {
    MovementCursor place =
        new MovementCursor(new MovementEntry.Place(EARLY, 17, "Köln, Süd"), LATE);

    assertThat(
            MovementCursors.decode(CURSORS, QUERY, MovementCursors.encode(CURSORS, QUERY, place)))
        .isEqualTo(place);
  }

  @Test
  void aPlaceAmongMovementsMustBeOne() {
    assertRefused(
        () -> MovementCursors.decode(CURSORS, QUERY, places("yesterday", "1", "w", LATE)));
    assertRefused(() -> MovementCursors.decode(CURSORS, QUERY, places(EARLY, "-1", "w", LATE)));
    assertRefused(
        () -> MovementCursors.decode(CURSORS, QUERY, places(EARLY, "1", "w", EARLY + "\u0001")));
    assertRefused(() -> MovementCursors.decode(CURSORS, QUERY, places(LATE, "1", "w", EARLY)));
  }

  @Test
  void aPlaceAmongFilesMustBeOne() {
    String id = "0123456789abcdef0123456789abcdef";
    String time = "2026-02-15T12:00:00.000000000Z";

    assertThat(FileCursors.decode(CURSORS, QUERY, places(time, id)).fileId()).isEqualTo(id);
    assertRefused(() -> FileCursors.decode(CURSORS, QUERY, places("noon", id)));
    assertRefused(() -> FileCursors.decode(CURSORS, QUERY, places(time, "x")));
  }

  @Test
  void aPlaceAmongAlertsMustBeOneOfTheList() {
    String time = "2026-02-15T12:00:00.000000000Z";
    List<StockState> low = List.of(StockState.LOW);

    assertThat(AlertCursors.decode(CURSORS, QUERY, places("LOW", time, "i", "w"), low).id())
        .isEqualTo(AlertId.of(new StockKey("w", "i")));
    assertThat(AlertCursors.decode(CURSORS, QUERY, places("LOW", time, "i", ""), low).id())
        .isEqualTo(AlertId.ofTotal("i"));
    assertRefused(() -> AlertCursors.decode(CURSORS, QUERY, places("OUT", time, "i", "w"), low));
    assertRefused(() -> AlertCursors.decode(CURSORS, QUERY, places("LOW", "noon", "i", "w"), low));
    assertRefused(() -> AlertCursors.decode(CURSORS, QUERY, places("LOW", time, " ", "w"), low));
    assertRefused(
        () -> AlertCursors.decode(CURSORS, QUERY, places("LOW", time, "i", "\u0001"), low));
  }

  @Test
  void aCursorInWhichOneCharacterWasChangedIsRefused() {
    String cursor = CURSORS.encode(QUERY, List.of("a123v5"));

    for (int i = 0; i < cursor.length(); i++) {
      char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
      String tampered = cursor.substring(0, i) + other + cursor.substring(i + 1);
      assertRefused(() -> CURSORS.decode(QUERY, tampered, 1));
    }
  }

  @Test
  void aCursorSignedByAnotherKeyIsRefused() {
    Cursors others = new Cursors("a key of somebody else".getBytes(UTF_8));
    String cursor = others.encode(QUERY, List.of("a123v5"));

    assertRefused(() -> CURSORS.decode(QUERY, cursor, 1));
  }

  @Test
  void processesThatShareTheKeyReadEachOthersCursors() {
    Cursors same = new Cursors("a key of these tests".getBytes(UTF_8));

    assertThat(same.decode(QUERY, CURSORS.encode(QUERY, List.of("a123v5")), 1))
        .containsExactly("a123v5");
  }

  private static String places(String... parts) {
    return CURSORS.encode(QUERY, List.of(parts));
  }

  private static void assertRefused(ThrowingCallable read) {
    assertThatThrownBy(read)
        .isInstanceOf(BadParameterException.class)
        .hasMessageStartingWith("The parameter cursor is ")
        .hasMessageContaining("it must be the nextCursor of the same query");
  }
}
