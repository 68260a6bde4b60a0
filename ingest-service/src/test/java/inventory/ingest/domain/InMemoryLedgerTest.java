package inventory.ingest.domain;

import inventory.model.StockKey;
import java.util.Optional;

class InMemoryLedgerTest extends StockLedgerContract {

  private final InMemoryLedger ledger = new InMemoryLedger();

  @Override
  protected StockLedger ledger() {
    return ledger;
  }

  @Override
  protected Optional<Stock> stockOf(StockKey key) {
    return ledger.stock(key);
  }
}
