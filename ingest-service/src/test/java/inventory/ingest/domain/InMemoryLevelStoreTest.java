package inventory.ingest.domain;

class InMemoryLevelStoreTest extends LevelStoreContract {

  private final InMemoryLevelStore store = new InMemoryLevelStore();

  @Override
  protected LevelStore store() {
    return store;
  }
}
