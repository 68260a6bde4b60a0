package inventory.model.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {

  @Test
  void marksStandBetweenTheStoredMovementsByPosition() {
    assertThat(unite(List.of("b1", "d1"), List.of("e2", "a2", "c2")))
        .containsExactly("a2", "b1", "c2", "d1", "e2");
  }

  @Test
  void aStoredMovementReplacesItsMark() {
    assertThat(unite(List.of("a1", "b1"), List.of("b2", "a2"))).containsExactly("a1", "b1");
  }

  @Test
  void eitherMayBeEmpty() {
    assertThat(unite(List.of(), List.of())).isEmpty();
    assertThat(unite(List.of("a1"), List.of())).containsExactly("a1");
    assertThat(unite(List.of(), List.of("b2", "a2"))).containsExactly("a2", "b2");
  }

  /** Texts whose first letter is the position. */
  private static List<String> unite(List<String> stored, List<String> marks) {
    List<String> all = new ArrayList<>();
    History.unite(stored.iterator(), marks, Comparator.comparing(text -> text.charAt(0)))
        .forEachRemaining(all::add);
    return all;
  }
}
