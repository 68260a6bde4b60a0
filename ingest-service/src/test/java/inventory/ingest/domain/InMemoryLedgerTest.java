package inventory.ingest.domain;

import inventory.model.StockKey;
import java.math.BigInteger;
import java.util.Optional;

class InMemoryLedgerTest extends StockLedgerContract {

  private final InMemoryLedger ledger = new InMemoryLedger();

  @Override
  protected StockLedger ledger() {
    return ledger;
  }

  @Override
  protected Optional<BigInteger> levelOf(StockKey key) {
    return ledger.level(key);
  }
}
