package inventory.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.launcher.demo.Mailbox.Letter;
import inventory.model.resource.Queues;
import inventory.stack.Service;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole chain, from files to the e-mails that purchasing gets. */
@Tag("full")
class AlertsIT {

  private static final Alarms ALARMS = new Alarms();

  private static Deployment system;
  private static Inbox inbox;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    system =
        new Deployment(
            "alerts",
            List.of(Service.INGEST, Service.THRESHOLD, Service.ALERT),
            Map.of("INVENTORY_MAIL_PURCHASING", ALARMS.purchasing()));
    inbox = new Inbox(system.resources());
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void aThresholdRaisedAboveALevelCausesOneEmail() {
    inbox.drop(Alarms.threshold("2026/11/19", "a123v5", 2));
    inbox.awaitEmpty(Queues.THRESHOLD);
    inbox.drop(Alarms.file("five.csv", "Berlin 1", "a123v5", 5));
    inbox.awaitEmpty(Queues.INGEST);
    inbox.awaitAllEmpty();
    assertThat(mailsAbout("a123v5")).isEmpty();

    inbox.drop(Alarms.threshold("2026/11/20", "a123v5", 10));
    inbox.awaitEmpty(Queues.THRESHOLD);
    inbox.awaitAllEmpty();
    inbox.drop(Alarms.threshold("2026/11/18", "a123v5", 3));
    inbox.awaitEmpty(Queues.THRESHOLD);
    inbox.awaitAllEmpty();

    assertThat(mailsAbout("a123v5"))
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.subject()).isEqualTo("Low stock: 1 item in Berlin 1");
              assertThat(mail.body())
                  .contains("restock_thresholds/2026/11/20/restock_thresholds.json");
            });
  }

  @Test
  void aFileThatMakesManyItemsLowCausesOneEmailHoweverOftenItIsDelivered() {
    InventoryFile file = Alarms.file("300.unannounced", 100, "Bremen", "Hamburg", "Kiel");
    List<String> notification = inbox.upload(List.of(new Delivery(file, Instant.now())));

    inbox.announce(Collections.nCopies(3, notification.get(0)));
    inbox.awaitEmpty(Queues.INGEST);
    inbox.awaitAllEmpty();
    inbox.drop(new InventoryFile("300-again.csv", file.text(), List.of()));
    inbox.announce(notification);
    inbox.awaitEmpty(Queues.INGEST);
    inbox.awaitAllEmpty();

    assertThat(mailsAbout("low-1 "))
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.subject()).isEqualTo("Low stock: 300 items in Bremen, Hamburg, Kiel");
              assertThat(mail.body()).contains("All 300 items are attached in low-stock.csv.");
            });
  }

  private static List<Letter> mailsAbout(String text) {
    return ALARMS.letters().stream().filter(mail -> mail.body().contains(text)).toList();
  }
}
