package inventory.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.StockKey;
import inventory.model.table.LevelItem;
import inventory.stack.Service;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The validation finds a level that was changed in the table; a rebuild repairs it. */
@Tag("long")
class RebuiltLevelsIT {

  private static Instant time;

  private static Deployment system;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    time = Instant.now().minus(Duration.ofHours(2));
    system = new Deployment("rebuild", List.of(Service.INGEST), Map.of());
    Inbox inbox = new Inbox(system.resources());
    for (int file = 0; file < 3; file++) {
      inbox.drop(changes(file));
    }
    inbox.drop(
        InventoryFile.counts(
            "counts.csv", Dialect.PLAIN, List.of(Fact.count("Berlin", "it-3", time, 500))));
    inbox.awaitEmpty();
  }

  private static InventoryFile changes(int file) {
    List<Fact> facts =
        IntStream.range(0, 40)
            .mapToObj(
                row ->
                    Fact.change(
                        "Berlin", "it-" + row % 8, time.plusMillis(100L * file + row), row + 1))
            .toList();
    return InventoryFile.changes("rebuild/%d.csv".formatted(file), Dialect.PLAIN, facts);
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void aChangedLevelIsFoundByValidationAndRebuildAndRepaired() throws Exception {
    assertThat(RunningWorker.run(system, "healthy").exitCode()).isZero();
    assertThat(Findings.of(system.resources())).isEmpty();
    String before = level();
    setLevel("4711");

    assertThat(RunningWorker.run(system, "altered").exitCode()).isEqualTo(1);
    assertThat(Findings.of(system.resources())).containsExactly("Berlin/it-5: level");
    assertThat(Findings.rows(system.resources()).get(0).get("found")).isEqualTo("a level of 4711");
    assertThat(Findings.rows(system.resources()).get(0).get("expected")).startsWith(before + ",");

    RunningWorker check = RunningWorker.run(system, "check", "rebuild", "--check");
    assertThat(check.exitCode()).as(check::toString).isEqualTo(1);
    assertThat(check.output())
        .containsPattern("Berlin +it-5 +4711 +" + before)
        .contains("8 levels compared with 4 files: 1 difference");
    assertThat(RunningWorker.run(system, "fix", "rebuild", "--fix").exitCode()).isZero();
    assertThat(level()).isEqualTo(before);
    assertThat(RunningWorker.run(system, "check-again", "rebuild", "--check").exitCode()).isZero();
  }

  private static Map<String, AttributeValue> key() {
    return LevelItem.key(new StockKey("Berlin", "it-5"));
  }

  private static String level() {
    return LevelItem.of(
            system
                .resources()
                .dynamoDb()
                .getItem(
                    r -> r.tableName(system.resources().table()).key(key()).consistentRead(true))
                .item())
        .stockLevel()
        .toString();
  }

  private static void setLevel(String units) {
    system
        .resources()
        .dynamoDb()
        .updateItem(
            r ->
                r.tableName(system.resources().table())
                    .key(key())
                    .updateExpression("SET stockLevel = :units")
                    .expressionAttributeValues(Map.of(":units", AttributeValue.fromN(units))));
  }
}
