package inventory.ingest.domain;

import inventory.model.inbox.FileLifecycle;
import inventory.testkit.InMemoryFileLifecycle;

class InMemoryFileLifecycleTest extends FileLifecycleContract {

  private final InMemoryFileLifecycle files = new InMemoryFileLifecycle();

  @Override
  protected FileLifecycle files() {
    return files;
  }
}
