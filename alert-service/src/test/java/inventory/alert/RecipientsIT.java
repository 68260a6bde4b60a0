package inventory.alert;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.recipients.RecipientDocument;
import inventory.model.recipients.dynamodb.DynamoDbRecipientDocuments;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rules in the table, with a real mail server. */
class RecipientsIT {

  private final String unique = UUID.randomUUID().toString();
  private final String north = "north-" + unique + "@example.com";
  private final String buyer = "buyer-" + unique + "@example.com";
  private final String head = "head-" + unique + "@example.com";

  @Test
  void eachAddressOfARuleGetsTheMailAndAnotherOneIfNobodyAcknowledges() {
    try (AlertFixture alert = new AlertFixture(Map.of())) {
      new DynamoDbRecipientDocuments(alert.resources().dynamoDb(), alert.resources().table())
          .set(
              new RecipientDocument(
                  """
                  {"rules": [{"name": "north", "warehouses": ["Hamburg*"], "to": ["%s", "%s"],
                              "escalateAfter": "1s", "escalateTo": ["%s"]}]}
                  """
                      .formatted(north, buyer, head),
                  Instant.now(),
                  "",
                  "test"));
      alert.send(
          alert.levels().put("Hamburg 2", "a", "Shirt", "9"),
          alert.levels().put("Berlin", "b", "Shoe", "3"));
      alert.awaitHandled();

      assertThat(alert.mails(north + ", " + buyer))
          .singleElement()
          .satisfies(
              mail -> {
                assertThat(mail.subject()).isEqualTo("Low stock: 1 item in Hamburg 2");
                assertThat(mail.rows()).singleElement().asString().contains("Shirt", " low ");
              });
      assertThat(alert.mails(head))
          .singleElement()
          .satisfies(
              mail -> {
                assertThat(mail.subject()).isEqualTo("Not acknowledged: 1 item low in Hamburg 2");
                assertThat(mail.text())
                    .startsWith(
                        "Nobody has acknowledged this alert. "
                            + north
                            + ", "
                            + buyer
                            + " were notified 1 second ago or earlier.");
                assertThat(mail.html()).contains("<p>Nobody has acknowledged this alert.");
              });
      assertThat(alert.mails())
          .singleElement()
          .extracting(Mail::subject)
          .isEqualTo("Low stock: 1 item in Berlin");
      assertThat(alert.deadLetters()).isEmpty();
    }
  }
}
