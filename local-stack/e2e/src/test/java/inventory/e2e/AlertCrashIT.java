package inventory.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.model.AlertId;
import inventory.model.resource.Queues;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.stack.Service;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.MailRelay;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A crash of alert-service at any point loses no alert and repeats at most one (requirement A4).
 */
@Tag("long")
class AlertCrashIT {

  /** Longer than a reservation and a message's visibility, one after the other. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final Duration VISIBILITY = Duration.ofSeconds(5);

  /** Tests both in parallel: most of the time is spent waiting for leases of killed processes. */
  @Test
  void aKillBeforeSendingGivesOneEmailAndAKillAfterSendingAtMostTwo() throws Exception {
    try (Chain before = new Chain("before");
        Chain after = new Chain("after")) {
      after.relay.set(MailRelay.Mode.STALLING);
      before.drop();
      after.drop();

      await().atMost(PATIENCE).until(before::isStateChanged);
      before.system.alert().kill();
      await().atMost(PATIENCE).until(() -> after.alarms.letters().size() == 1);
      after.system.alert().kill();
      assertThat(before.alarms.letters()).as("mail server unreachable").isEmpty();
      assertThat(after.isUnsent()).as("not marked as sent").isTrue();
      before.restart();
      after.restart();

      await().atMost(PATIENCE).until(() -> !before.isUnsent() && !after.isUnsent());
      before.inbox.awaitEmpty(Queues.ALERT);
      after.inbox.awaitEmpty(Queues.ALERT);
      assertThat(before.alarms.letters()).hasSize(1);
      assertThat(after.alarms.letters()).hasSize(2);
      assertThat(before.alarms.letters().get(0).subject())
          .isEqualTo("Low stock: 5 items in Berlin");
    }
  }

  /** A chain of services with its own relay to the mail server. */
  private static final class Chain implements AutoCloseable {

    private final Alarms alarms = new Alarms();
    private final MailRelay relay = new MailRelay(EmbeddedAws.smtp());
    private final Deployment system;
    private final Inbox inbox;

    Chain(String name) throws IOException, InterruptedException {
      system =
          new Deployment(
              "alert-crash-" + name,
              List.of(Service.INGEST, Service.ALERT),
              Map.of(
                  "INVENTORY_MAIL_PURCHASING",
                  alarms.purchasing(),
                  "INVENTORY_SMTP_PORT",
                  Integer.toString(relay.port())));
      inbox = new Inbox(system.resources());
      inbox.hideReceivedFor(Queues.ALERT, VISIBILITY);
    }

    void drop() {
      inbox.drop(Alarms.file("five.csv", 5, "Berlin"));
    }

    /** Starts alert-service again, now with access to the mail server. */
    void restart() throws IOException, InterruptedException {
      relay.set(MailRelay.Mode.UP);
      system.alert().start();
      system.alert().awaitReady();
    }

    boolean isStateChanged() {
      AlertId alert = new AlertId("low-4", Optional.of("Berlin"));
      return !system
          .resources()
          .dynamoDb()
          .getItem(
              r ->
                  r.tableName(system.resources().table())
                      .consistentRead(true)
                      .key(
                          Map.of(
                              Table.PK, text(Keys.item(alert.itemId())),
                              Table.SK, text(Keys.alert(alert)))))
          .item()
          .isEmpty();
    }

    boolean isUnsent() {
      return system
              .resources()
              .dynamoDb()
              .query(
                  r ->
                      r.tableName(system.resources().table())
                          .indexName(Table.INDEX)
                          .keyConditionExpression("#pk = :pk")
                          .expressionAttributeNames(Map.of("#pk", Table.INDEX_PK))
                          .expressionAttributeValues(Map.of(":pk", text(Keys.UNSENT))))
              .count()
          > 0;
    }

    private static AttributeValue text(String value) {
      return AttributeValue.fromS(value);
    }

    @Override
    public void close() {
      relay.close();
      system.close();
    }
  }
}
