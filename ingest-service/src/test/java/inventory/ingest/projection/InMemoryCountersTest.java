package inventory.ingest.projection;

import inventory.model.counter.Counter;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

class InMemoryCountersTest extends CounterStoreContract {

  private final InMemoryCounters store = new InMemoryCounters();

  @Override
  protected CounterStore store() {
    return store;
  }

  @Override
  protected long count(Counter counter, String name) {
    return store
        .counted()
        .byCounter()
        .getOrDefault(counter, Map.of())
        .getOrDefault(name, BigInteger.ZERO)
        .longValueExact();
  }

  @Override
  protected Optional<String> itemName(String itemId) {
    return store.itemName(itemId);
  }

  @Override
  protected Optional<Instant> lastFileAt(String warehouse) {
    return store.lastFileAt(warehouse);
  }
}
