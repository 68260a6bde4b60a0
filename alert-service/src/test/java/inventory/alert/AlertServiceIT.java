package inventory.alert;

import static inventory.alert.AlertFixture.FILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.model.message.ChangedItems;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a message on the queue to an e-mail, on a real queue, table, bucket and mail server. */
class AlertServiceIT {

  private static AlertFixture alert;

  @BeforeAll
  static void start() {
    alert = new AlertFixture(Map.of());
  }

  @AfterAll
  static void stop() {
    alert.close();
  }

  @BeforeEach
  void forgetMails() {
    alert.forgetMails();
  }

  @Test
  void anItemAtNineIsMailedOnceWithWarehouseItemLevelAndThreshold() {
    alert.send(alert.levels().put("Köln 1", "a123v5", "tecRacer T-Shirt", "9"));
    alert.awaitHandled();

    assertThat(alert.mails())
        .singleElement()
        .isEqualTo(
            new Mail(
                AlertFixture.FROM,
                alert.recipient(),
                "Low stock: 1 item in Köln 1",
                "text/plain; charset=UTF-8",
                """
                Stock of 1 item is below the threshold.

                Warehouse  Item    Name              Level  Threshold  State
                Köln 1     a123v5  tecRacer T-Shirt      9         10  low

                Seen after the file %s
                """
                    .formatted(FILE)));
  }

  @Test
  void anItemAtTenIsNotMailed() {
    alert.send(alert.levels().put("Berlin", "b", "Enough", "10"));
    alert.awaitHandled();

    assertThat(alert.mails()).isEmpty();
    assertThat(alert.deadLetters()).isEmpty();
  }

  @Test
  void itemsListedInAnObjectAreToldInOneMail() {
    List<ChangedItems.Item> items =
        IntStream.range(0, 250)
            .mapToObj(i -> alert.levels().put("Bremen", "item" + i, "Name", i < 230 ? "3" : "30"))
            .toList();

    alert.sendAsList(items);
    alert.awaitHandled();

    assertThat(alert.mails())
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.subject()).isEqualTo("Low stock: 230 items in Bremen");
              assertThat(mail.text().lines().filter(line -> line.startsWith("Bremen")))
                  .hasSize(200);
              assertThat(mail.text()).contains("... and 30 more, not listed.");
            });
  }

  @Test
  void whatCannotBeHandledEndsInTheDeadLetterQueueAndBlocksNothing() {
    List<String> poison =
        List.of(
            "{no json",
            """
            {"batch":"b","cause":"f.csv","items":[{"warehouse":"Berlin","itemId":" "}]}""",
            """
            {"batch":"b","cause":"f.csv","items":[],"listKey":"changes/missing"}""",
            """
            {"batch":"b","cause":"f.csv","items":[],"listKey":"elsewhere/list"}""");
    poison.forEach(alert::send);

    alert.send(alert.levels().put("Borkum", "g45678", "AWS Sticker", "0"));

    await().atMost(Duration.ofSeconds(30)).until(() -> !alert.mails().isEmpty());
    assertThat(alert.deadLetters()).as("while the bad ones are still tried").isEmpty();
    alert.awaitHandled();
    assertThat(alert.mails())
        .singleElement()
        .satisfies(mail -> assertThat(mail.text()).contains("AWS Sticker", "OUT OF STOCK"));
    assertThat(alert.deadLetters()).containsExactlyInAnyOrderElementsOf(poison);
  }

  @Test
  void healthAndMetricsAreServed() {
    await().atMost(Duration.ofSeconds(30)).until(() -> alert.get("/health").statusCode() == 200);

    assertThat(alert.get("/health/readiness").body()).contains("\"status\":\"UP\"");
    assertThat(alert.get("/prometheus").body()).contains("jvm_memory_used_bytes");
  }
}
