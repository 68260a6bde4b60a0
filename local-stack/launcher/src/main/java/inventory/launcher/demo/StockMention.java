package inventory.launcher.demo;

import inventory.model.StockKey;
import inventory.model.StockState;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of an e-mail to purchasing.
 *
 * @param key which item in which warehouse
 * @param state what it has become: low, or out
 */
record StockMention(StockKey key, StockState state) {

  static final Comparator<StockMention> ORDER =
      Comparator.comparing(StockMention::key).thenComparing(StockMention::state);

  private static final Map<String, StockState> STATES =
      Map.of("low", StockState.LOW, "OUT OF STOCK", StockState.OUT);
  // Columns: warehouse, item, name, level, threshold, state, order.
  private static final int STATE = 5;

  /** All rows of letters, in their order. */
  static List<StockMention> in(List<Mailbox.Letter> letters) {
    return letters.stream()
        .flatMap(letter -> letter.body().lines())
        .flatMap(line -> row(line).stream())
        .toList();
  }

  private static Optional<StockMention> row(String line) {
    String[] cells = line.strip().split(" {2,}", -1);
    if (cells.length <= STATE || !STATES.containsKey(cells[STATE])) {
      return Optional.empty();
    }
    return Optional.of(
        new StockMention(new StockKey(cells[0], cells[1]), STATES.get(cells[STATE])));
  }
}
