package inventory.alert;

import static inventory.alert.AlertFixture.FILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import inventory.model.AlertId;
import inventory.model.message.ChangedItems;
import inventory.model.table.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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

    Mail mail = onlyMail();
    assertThat(mail.from()).isEqualTo(AlertFixture.FROM);
    assertThat(mail.to()).isEqualTo(alert.purchasing());
    assertThat(mail.subject()).isEqualTo("Low stock: 1 item in Köln 1");
    assertThat(mail.text())
        .startsWith(
            """
            Stock of 1 item is below the threshold.

            Warehouse  Item    Name              Level  Threshold  State  Lasts               Order
            Köln 1     a123v5  tecRacer T-Shirt      9         10  low    too little history  11 = 2 x 10 - 9

            Detected after %s. Levels of 20"""
                .formatted(FILE));
    assertThat(mail.html()).contains("<td", ">Köln 1</td>", ">9</td>", "</html>");
  }

  @Test
  void anItemAtTenIsNotMailed() {
    alert.send(alert.levels().put("Berlin", "b", "Enough", "10"));
    alert.awaitHandled();

    assertThat(alert.mails()).isEmpty();
    assertThat(alert.deadLetters()).isEmpty();
  }

  @Test
  void stockIsReportedOnceWhenLowAndOnceWhenOutUntilItRecovers() {
    List<String> reported = new ArrayList<>();
    for (String units : List.of("12", "9", "8", "0", "-1", "3", "11", "9")) {
      alert.forgetMails();
      alert.send(alert.levels().put("Walk", "w", "Walking", units));
      alert.awaitHandled();
      alert.mails().forEach(mail -> reported.add(units + ": " + mail.subject()));
    }

    assertThat(reported)
        .containsExactly(
            "9: Low stock: 1 item in Walk",
            "0: Low stock: 1 item in Walk (1 out of stock)",
            "9: Low stock: 1 item in Walk");
  }

  @Test
  void aFileThatMakesThreeHundredItemsLowIsOneMailHoweverOftenItIsDelivered() {
    List<ChangedItems.Item> items =
        Stream.of("Bremen", "Hamburg", "Kiel")
            .flatMap(
                warehouse ->
                    Stream.iterate(0, i -> i < 100, i -> i + 1).map(i -> low(warehouse, i)))
            .toList();
    String message = alert.list(items);

    Stream.of(1, 2, 3).forEach(time -> alert.send(message));
    alert.awaitHandled();
    alert.send(message);
    alert.awaitHandled();

    Mail mail = onlyMail();
    assertThat(mail.subject()).isEqualTo("Low stock: 300 items in Bremen, Hamburg, Kiel");
    assertThat(mail.rows()).hasSize(200).doesNotHaveDuplicates();
    assertThat(mail.text()).contains("... and 100 more.", "All 300 items are attached");
    assertThat(mail.attachments().get("low-stock.csv").lines().skip(1))
        .hasSize(300)
        .doesNotHaveDuplicates();
  }

  private static ChangedItems.Item low(String warehouse, int i) {
    return alert.levels().put(warehouse, "item" + i, "Name", "3");
  }

  @Test
  void aNewThresholdRaisesAnAlertWithoutAMovement() {
    alert.send(alert.levels().put("Aachen 1", "t", "Kaffee", "5"));
    alert.levels().put("Aachen 2", "t", "Kaffee", "40");
    alert.levels().putThreshold("t", Optional.empty(), 2);
    alert.send("lower", new ChangedItems.Item(null, "t"));
    alert.awaitHandled();
    alert.forgetMails();

    alert.levels().putThreshold("t", Optional.of("Aachen 2"), 50);
    alert.send("own", new ChangedItems.Item("Aachen 2", "t"));
    alert.awaitHandled();

    assertThat(onlyMail().rows()).singleElement().asString().contains("Aachen 2", " 40 ", " 50 ");

    alert.forgetMails();
    alert.send("all", alert.levels().putThreshold("t", Optional.empty(), 10));
    alert.awaitHandled();
    assertThat(onlyMail().rows()).singleElement().asString().contains("Aachen 1", " 5 ", " 10 ");
  }

  @Test
  void anItemThatIsOffTheListRaisesNoAlert() {
    alert.send(alert.levels().putRemoved("Berlin", "gone", "Gone"));
    alert.awaitHandled();

    assertThat(alert.mails()).isEmpty();
    assertThat(alert.levels().alert(new AlertId("gone", Optional.of("Berlin")))).isEmpty();
  }

  @Test
  void anAlertClosesSilentlyWhenTheItemIsRemovedAndIsRaisedAgainWhenItIsAddedAgain() {
    AlertId id = new AlertId("P98765", Optional.of("ONLINE"));
    alert.send(alert.levels().put("ONLINE", "P98765", "Laptop", "4"));
    alert.awaitHandled();
    assertThat(onlyMail().subject()).isEqualTo("Low stock: 1 item in ONLINE");
    alert.forgetMails();

    alert.send("removal", alert.levels().putRemoved("ONLINE", "P98765", "Laptop"));
    alert.awaitHandled();
    assertThat(alert.mails()).isEmpty();
    assertThat(alert.levels().alert(id).get("state").s()).isEqualTo("OK");
    assertThat(alert.levels().alert(id)).doesNotContainKeys(Table.INDEX_PK, Table.INDEX_SK);

    alert.send("addition", alert.levels().put("ONLINE", "P98765", "Laptop", "3"));
    alert.awaitHandled();
    assertThat(onlyMail().rows()).singleElement().asString().contains("Laptop", " 3 ", " low ");
  }

  @Test
  void anOpenAlertIsInTheIndexAndLeavesItWhenStockRecovers() {
    AlertId id = new AlertId("open", Optional.of("Berlin"));
    alert.send(alert.levels().put("Berlin", "open", "Open", "4"));
    alert.awaitHandled();
    assertThat(alert.levels().alert(id).get(Table.INDEX_PK).s()).isEqualTo("ALERTS#OPEN");
    assertThat(alert.levels().alert(id).get(Table.INDEX_SK).s()).startsWith("LOW#");

    alert.send(alert.levels().put("Berlin", "open", "Open", "400"));
    alert.awaitHandled();

    assertThat(alert.levels().alert(id)).doesNotContainKeys(Table.INDEX_PK, Table.INDEX_SK);
    assertThat(alert.levels().alert(id).get("state").s()).isEqualTo("OK");
  }

  @Test
  void unprocessableMessagesEndInTheDeadLetterQueueAndBlockNothing() {
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
    assertThat(alert.deadLetters()).as("while the bad ones are still retried").isEmpty();
    alert.awaitHandled();
    assertThat(onlyMail().text()).startsWith("Borkum is out of stock of AWS Sticker.");
    assertThat(alert.deadLetters()).containsExactlyInAnyOrderElementsOf(poison);
  }

  @Test
  void healthAndMetricsAreServed() {
    await().atMost(Duration.ofSeconds(30)).until(() -> alert.get("/health").statusCode() == 200);

    assertThat(alert.get("/health/readiness").body()).contains("\"status\":\"UP\"");
    assertThat(alert.get("/prometheus").body()).contains("jvm_memory_used_bytes");
  }

  private static Mail onlyMail() {
    List<Mail> mails = alert.mails();
    assertThat(mails).hasSize(1);
    return mails.get(0);
  }
}
