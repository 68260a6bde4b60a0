package inventory.alert.dynamodb;

import static inventory.model.table.Values.key;
import static inventory.model.table.Values.number;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.alert.domain.Alerts;
import inventory.alert.domain.OutboxContract;
import inventory.alert.notification.Audience;
import inventory.alert.outbox.Outbox;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DynamoDbOutboxIT extends OutboxContract {

  private static Resources resources;
  private static StoredStock table;

  @BeforeAll
  static void start() {
    resources = EmbeddedAws.newResources();
    table = new StoredStock(resources);
  }

  @AfterAll
  static void stop() {
    resources.close();
  }

  @Override
  protected Alerts alerts() {
    return table.alerts();
  }

  @Override
  protected Outbox outbox() {
    return table.outbox();
  }

  @Test
  void aClaimThatWasNeverReleasedIsDeletedADayAfterItsEnd() {
    // Later than the claims of the other tests.
    Instant until = Instant.parse("2036-11-21T12:00:30Z");

    outbox().claim(Audience.OPERATIONS, "a", until.minusSeconds(30), until);

    assertThat(
            resources
                .dynamoDb()
                .getItem(
                    g ->
                        g.tableName(resources.table())
                            .key(key(Keys.outbox("OPERATIONS"), Keys.ONLY)))
                .item())
        .containsEntry(
            Table.EXPIRES_AT, number(Instant.parse("2036-11-22T12:00:30Z").getEpochSecond()));
  }
}
