package inventory.model.table;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.Position;
import inventory.model.RunState;
import inventory.model.StockKey;
import inventory.model.StockState;
import inventory.model.movement.Closing;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.Update;

class ItemsTest {

  private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");
  private static final AlertId ALERT = AlertId.of(new StockKey("Berlin", "a"));

  @Test
  void aRunIsReadAsItWasWritten() {
    RunItem run =
        new RunItem(
            "r",
            AT,
            Optional.of(AT),
            RunState.FAILED,
            Optional.of("why"),
            2,
            new RunItem.Progress(1, 2, 3, 4, Optional.of(AT), Optional.of(5.5), Optional.of(6L)),
            Map.of("gap", 7L),
            Map.of("gap", 1L),
            3,
            List.of(
                new RunItem.Finding(
                    "0123456789abcdef",
                    true,
                    "gap",
                    Optional.of("a.csv"),
                    Optional.of(8),
                    Optional.empty(),
                    Optional.of("a"),
                    Optional.of(""),
                    Optional.empty())),
            Optional.of("key"),
            Optional.of("{}"));

    assertThat(RunItem.of(run.toItem())).isEqualTo(run);
  }

  @Test
  void aClosingIsReadAsItWasWritten() {
    StockKey key = new StockKey("Berlin", "a");
    Closing closing =
        new Closing(
            key,
            LocalDate.parse("2026-11-20"),
            BigInteger.TEN.negate(),
            BigInteger.TWO,
            BigInteger.ONE,
            Position.of(AT, "source"),
            AT);

    assertThat(ClosingItem.of(key, new ClosingItem(closing).toItem()).closing()).isEqualTo(closing);
  }

  @Test
  void anAlertIsReadAsItWasWritten() {
    AlertItem alert =
        new AlertItem(
            ALERT,
            "Lamp",
            BigInteger.TWO.negate(),
            10,
            new AlertRecord(
                StockState.OUT,
                StockState.LOW,
                Optional.of(AT),
                Optional.of(new AlertRecord.Notice(StockState.LOW, AT.plusSeconds(1))),
                Optional.of(new AlertRecord.Decision(AT.plusSeconds(2), "ada", "ordered")),
                Optional.of(
                    new AlertRecord.Snooze(
                        AT.plusSeconds(9), new AlertRecord.Decision(AT, "", ""))),
                3,
                4));

    assertThat(AlertItem.of(alert.toItem())).isEqualTo(alert);
  }

  @Test
  void aNotificationIsReadAsItWasWritten() {
    for (OutboxItem.Subject subject :
        List.of(
            new OutboxItem.File("f"),
            new OutboxItem.Run("r", 2),
            new OutboxItem.Alert(ALERT, StockState.LOW, 2))) {
      OutboxItem item = new OutboxItem("PURCHASING", AT, "batch", "", subject);
      assertThat(OutboxItem.of(item.toItem())).isEqualTo(item);
    }
  }

  @Test
  void anUpdateNamesEveryAttributeThatItsExpressionsUse() {
    Update update =
        new ItemUpdate()
            .set("state", Values.text("LOW"))
            .remove("since")
            .add("revision", Values.number(1))
            .onlyIfStill("revision", Values.number(3))
            .onlyIfStill("since", null)
            .of("t", Values.key("p", "s"));

    assertThat(update.updateExpression())
        .isEqualTo("SET #state = :state REMOVE #since ADD #revision :revision");
    assertThat(update.conditionExpression())
        .isEqualTo("(#revision = :known_revision) AND (attribute_not_exists(#since))");
    assertThat(update.expressionAttributeNames())
        .isEqualTo(Map.of("#state", "state", "#since", "since", "#revision", "revision"));
    assertThat(update.expressionAttributeValues())
        .containsOnlyKeys(":state", ":revision", ":known_revision");
  }
}
