package inventory.alert.domain;

import inventory.model.StockKey;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The stock levels as they are now. */
public interface StockLevels {

  /**
   * Reads the current level of each key. Keys that have no level are left out.
   *
   * @param keys the levels wanted, any number of them; read once, in order
   * @param each is handed every level that there is, in no particular order
   * @throws RuntimeException if the store does not answer after a bounded number of tries; levels
   *     that were handed over before then are no complete answer
   */
  void read(Stream<StockKey> keys, Consumer<StockLevel> each);
}
