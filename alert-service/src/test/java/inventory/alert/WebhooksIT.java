package inventory.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.alert.http.AsyncApi;
import inventory.alert.http.Receiver;
import inventory.alert.http.TestEndpoints;
import inventory.alert.notification.RunReport;
import inventory.alert.notification.Runs;
import inventory.model.table.Keys;
import inventory.model.table.Values;
import inventory.model.webhook.WebhookItem;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The running service posts events to webhook endpoints. */
class WebhooksIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void eventsAreStockFilesAndRunsAndASlowEndpointDelaysNothing() {
    // The receivers are closed first, which ends the open request.
    try (AlertFixture alert =
            new AlertFixture(
                Map.of("inventory.webhook-hosts", "127.0.0.1", "inventory.file-notices", "none"));
        Receiver shop = new Receiver();
        Receiver slow = new Receiver()) {
      slow.usually(slow.silence());
      alert.levels().put(WebhookItem.toItem(TestEndpoints.at("slow", slow.url("/"))));
      alert.levels().put(WebhookItem.toItem(TestEndpoints.at("shop", shop.url("/"))));

      for (String units : List.of("9", "0", "50")) {
        alert.send(alert.levels().put("Berlin", "a1", "Bolt", units));
        alert.awaitConsumed();
      }
      putFile(alert, "f1");
      alert.sendFinished("f1");
      alert.sendFinished("f1");
      RunReport run = Runs.ended(Runs.withFindings("20261121T030000Z-1a2b3c4d"), 1);
      RunItems.put(alert.resources(), run);
      alert.sendFinished(run.runId(), 1);
      alert.sendFinished(run.runId(), 1);
      alert.awaitHandled();

      await().atMost(PATIENCE).until(() -> shop.messages().size() >= 5);
      assertThat(shop.messages())
          .allMatch(message -> message.isSignedBy(TestEndpoints.SECRET.text()));
      AsyncApi described = new AsyncApi();
      assertThat(shop.messages())
          .allSatisfy(message -> assertThat(described.problems(message.body())).isEmpty());
      assertThat(shop.messages())
          .extracting(message -> message.body().replaceAll(".*\"type\":\"([a-z.]*)\".*", "$1"))
          .containsExactlyInAnyOrder(
              "stock.low", "stock.out", "stock.recovered", "file.finished", "validation.completed");
      assertThat(shop.messages().stream().map(Receiver.Message::body))
          .filteredOn(body -> body.contains("\"stock."))
          .extracting(body -> body.replaceAll(".*\"sequence\":\"0*([0-9]+)\".*", "$1"))
          .isSorted();
      assertThat(shop.messages().get(0).body())
          .contains(
              "\"warehouse\":\"Berlin\"",
              "\"itemId\":\"a1\"",
              "\"itemName\":\"Bolt\"",
              "\"state\":\"LOW\"",
              "\"previousState\":\"OK\"",
              "\"stockLevel\":9",
              "\"restockIfBelow\":10",
              "\"removed\":false");
      // Its first request is still open: it blocked nothing of this.
      assertThat(slow.messages()).hasSize(1);
      // The item above may have recovered before an e-mail was due.
      alert.send(alert.levels().put("Hamburg", "a2", "Nut", "0"));
      await().atMost(PATIENCE).until(() -> !alert.mails().isEmpty());
      assertThat(alert.deadLetters()).isEmpty();
    }
  }

  @Test
  void anEndpointThatIsGoneIsReportedToOperations() {
    try (Receiver shop = new Receiver();
        AlertFixture alert = new AlertFixture(Map.of("inventory.webhook-hosts", "127.0.0.1"))) {
      shop.usually(Receiver.status(410));
      alert.levels().put(WebhookItem.toItem(TestEndpoints.at("shop", shop.url("/secret"))));

      alert.send(alert.levels().put("Berlin", "a1", "Bolt", "0"));
      await().atMost(PATIENCE).until(() -> !alert.operationsMails().isEmpty());

      Mail mail = alert.operationsMails().get(0);
      assertThat(mail.subject()).isEqualTo("Webhook endpoint disabled: 127.0.0.1");
      assertThat(mail.text())
          .contains("the shop", "The endpoint answered 410 Gone.", "/v1/webhooks/shop/deliveries")
          .doesNotContain("/secret");
      assertThat(shop.messages()).hasSize(1);
    }
  }

  @Test
  void withoutEndpointsNothingIsWritten() {
    try (AlertFixture alert = new AlertFixture(Map.of())) {
      alert.send(alert.levels().put("Berlin", "a1", "Bolt", "0"));
      alert.awaitHandled();

      assertThat(
              alert
                  .resources()
                  .dynamoDb()
                  .query(
                      q ->
                          q.tableName(alert.resources().table())
                              .keyConditionExpression("pk = :pk")
                              .expressionAttributeValues(
                                  Map.of(":pk", Values.text(Keys.WEBHOOK_EVENTS))))
                  .items())
          .isEmpty();
      assertThat(alert.mails()).hasSize(1);
    }
  }

  private static void putFile(AlertFixture alert, String fileId) {
    Map<String, AttributeValue> item = new HashMap<>(Values.key(Keys.file(fileId), Keys.ONLY));
    item.put("fileId", Values.text(fileId));
    item.put("key", Values.text("inventory_files/" + fileId + ".csv"));
    item.put("size", Values.number(123));
    item.put("receivedAt", Values.text("2026-11-21T12:00:00Z"));
    item.put("finishedAt", Values.text("2026-11-21T12:00:05.5Z"));
    item.put("kind", Values.text("TRANSACTIONS"));
    item.put("status", Values.text("APPLIED"));
    item.put("rowsApplied", Values.number(40));
    item.put("rowsRejected", Values.number(0));
    alert.levels().put(item);
  }
}
