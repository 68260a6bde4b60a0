package inventory.ingest.dynamodb;

import inventory.ingest.domain.LevelStore;
import inventory.ingest.domain.LevelStoreContract;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;

class DynamoDbLevelStoreIT extends LevelStoreContract {

  private final Resources resources = EmbeddedAws.newResources();
  private final LevelStore store =
      new DynamoDbLevelStore(resources.dynamoDb(), resources.table(), Clock.systemUTC());

  @AfterEach
  void close() {
    resources.close();
  }

  @Override
  protected LevelStore store() {
    return store;
  }
}
