package inventory.model.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.StockKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeysTest {

  // What DynamoDB takes as partition and sort key:
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
  private static final int MAX_PARTITION_KEY_BYTES = 2_048;
  private static final int MAX_SORT_KEY_BYTES = 1_024;

  @Test
  void namesThatRunIntoEachOtherAreKeptApart() {
    assertThat(Keys.movements(new StockKey("b", "a#")))
        .isNotEqualTo(Keys.movements(new StockKey("#b", "a")));
    assertThat(Keys.movements(new StockKey("W", "1#1")))
        .isNotEqualTo(Keys.movements(new StockKey("1#W", "1")));
  }

  @Test
  void aMovementsKeyTellsItsItemUnlessItIsTooLong() {
    for (StockKey key : List.of(new StockKey("b#c", "a#1"), new StockKey("#", "\uD83D\uDCE6"))) {
      assertThat(Keys.ofMovements(Keys.movements(key))).contains(key);
    }
    assertThat(Keys.ofMovements(Keys.movements(new StockKey("漢".repeat(512), "a")))).isEmpty();
  }

  @Test
  void aLevelsKeyTellsItsItemUnlessItIsTooLong() {
    for (StockKey key : List.of(new StockKey("b#c", "a#1"), new StockKey("#", "\uD83D\uDCE6"))) {
      assertThat(Keys.ofLevel(Keys.warehouse(key.warehouse()), Keys.level(key.itemId())))
          .contains(key);
    }
    assertThat(Keys.ofLevel(Keys.warehouse("漢".repeat(512)), Keys.level("a"))).isEmpty();
  }

  @Test
  void theLongestNamesFitTheKeys() {
    String name = "\uD83D\uDCE6".repeat(512);

    assertThat(utf8Length(Keys.level(name))).isLessThan(MAX_SORT_KEY_BYTES);
    assertThat(utf8Length(Keys.levelIn(name))).isLessThan(MAX_SORT_KEY_BYTES);
    assertThat(utf8Length(Keys.movements(new StockKey(name, name))))
        .isLessThan(MAX_PARTITION_KEY_BYTES);
    String justFits = "x".repeat(512);
    assertThat(Keys.level(justFits)).isEqualTo("LEVEL#" + justFits);
  }

  @Test
  void longNamesThatDifferHaveKeysThatDiffer() {
    String one = "漢".repeat(511) + "a";
    String other = "漢".repeat(511) + "b";

    assertThat(Keys.sortable(one)).isNotEqualTo(Keys.sortable(other)).hasSize(65);
  }

  private static int utf8Length(String text) {
    return text.getBytes(UTF_8).length;
  }
}
