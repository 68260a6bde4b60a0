package inventory.reporting.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.reporting.http.problems.BadParameterException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {

  private static final List<String> QUERY = List.of("items", "Berlin 1", "");
  private static final Cursors CURSORS = new Cursors("a key of these tests".getBytes(UTF_8));
  private static final CursorFormat<String> ID =
      new CursorFormat<>(1, List::of, parts -> parts.get(0));
  private static final CursorFormat<List<String>> PAIR =
      new CursorFormat<>(2, parts -> parts, parts -> parts);

  @ParameterizedTest
  @ValueSource(strings = {"a123v5", " 漢/字?#%+& ", "a=b"})
  void aPositionComesBackAsItWas(String itemId) {
    String cursor = CURSORS.encode(QUERY, ID, itemId);

    assertThat(cursor).matches("[A-Za-z0-9_-]+");
    assertThat(CURSORS.decode(QUERY, ID, cursor)).isEqualTo(itemId);
  }

  @Test
  void aPositionOfSeveralPartsComesBackAsItWas() {
    List<String> position = List.of("Köln, Süd", "");

    assertThat(CURSORS.decode(QUERY, PAIR, CURSORS.encode(QUERY, PAIR, position)))
        .isEqualTo(position);
  }

  @Test
  void aCursorOfAnotherQueryIsRefused() {
    String cursor = CURSORS.encode(QUERY, ID, "a123v5");

    assertRefused(() -> CURSORS.decode(List.of("items", "Berlin 1", "5"), ID, cursor));
    assertRefused(() -> CURSORS.decode(List.of("items", "Berlin 2", ""), ID, cursor));
    assertRefused(() -> CURSORS.decode(QUERY, PAIR, cursor));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "!!!!", "YWJj", "a b", "%00"})
  void aMalformedCursorIsRefused(String cursor) {
    assertRefused(() -> CURSORS.decode(QUERY, ID, cursor));
  }

  @Test
  void aCursorInWhichOneCharacterWasChangedIsRefused() {
    String cursor = CURSORS.encode(QUERY, ID, "a123v5");

    for (int i = 0; i < cursor.length(); i++) {
      char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
      String tampered = cursor.substring(0, i) + other + cursor.substring(i + 1);
      assertRefused(() -> CURSORS.decode(QUERY, ID, tampered));
    }
  }

  @Test
  void aCursorSignedByAnotherKeyIsRefused() {
    Cursors others = new Cursors("a key of somebody else".getBytes(UTF_8));
    String cursor = others.encode(QUERY, ID, "a123v5");

    assertRefused(() -> CURSORS.decode(QUERY, ID, cursor));
  }

  @Test
  void processesThatShareTheKeyReadEachOthersCursors() {
    Cursors same = new Cursors("a key of these tests".getBytes(UTF_8));

    assertThat(same.decode(QUERY, ID, CURSORS.encode(QUERY, ID, "a123v5"))).isEqualTo("a123v5");
  }

  private static void assertRefused(ThrowingCallable read) {
    assertThatThrownBy(read)
        .isInstanceOf(BadParameterException.class)
        .hasMessageStartingWith("The parameter cursor is ")
        .hasMessageContaining("it must be the nextCursor of the same query");
  }
}
