package inventory.validation;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.AlertRecord.Decision;
import inventory.model.FileKind;
import inventory.model.StockKey;
import inventory.model.finding.AcceptedFindingItem;
import inventory.model.table.RunItem;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An accepted finding does not fail a run, until its acceptance ends. */
class AcceptedFindingIT {

  private static final StockKey MUG = new StockKey("Berlin", "mug");

  private final Resources resources = EmbeddedAws.newResources();
  private final ApplicationContext context = ApplicationContext.run(resources.properties());
  private final StoredFiles files = new StoredFiles(resources);

  @AfterEach
  void close() {
    context.close();
    resources.close();
  }

  @Test
  void aRunWithNothingButAnAcceptedFindingSucceeds() throws Exception {
    files.apply(
        "inventory-berlin.csv",
        FileKind.COUNT,
        Instant.now(),
        "store,item,count\nBerlin,mug,100\n");
    files.level(MUG, 101, Optional.of(files.movementsOf(MUG).get(0).position()));
    files.warehouse("Berlin");

    assertThat(validate()).isEqualTo(1);
    RunItem first = lastRun();
    assertThat(first.worst()).hasSizeGreaterThanOrEqualTo(1).allMatch(RunItem.Finding::isNew);

    assertThat(validate()).isEqualTo(1);
    RunItem second = lastRun();
    assertThat(second.findings()).containsOnlyKeys("level");
    assertThat(second.newFindings()).isEmpty();
    assertThat(list(second)).startsWith("known,").contains(",level,a level of 101,");

    second.worst().forEach(finding -> accept(finding, second, Duration.ofDays(1)));
    assertThat(validate()).isZero();
    assertThat(lastRun().acceptedFindings()).isEqualTo(1);
    assertThat(lastRun().findings()).isEmpty();
    assertThat(list(lastRun())).startsWith("accepted,");

    second.worst().forEach(finding -> accept(finding, second, Duration.ofDays(-1)));
    assertThat(validate()).isEqualTo(1);
  }

  private int validate() {
    return context.getBean(ValidateCommand.class).run(List.of());
  }

  private void accept(RunItem.Finding finding, RunItem run, Duration time) {
    Instant now = Instant.now();
    AcceptedFindingItem accepted =
        new AcceptedFindingItem(
            finding, run.runId(), new Decision(now, "ada", "known"), now.plus(time));
    resources.dynamoDb().putItem(put -> put.tableName(resources.table()).item(accepted.toItem()));
  }

  /** Strongly consistent: the list of runs may lag. */
  private RunItem lastRun() {
    String id =
        RunItem.of(
                resources
                    .dynamoDb()
                    .query(RunItem.newest(resources.table()).limit(1).build())
                    .items()
                    .get(0))
            .runId();
    return RunItem.of(
        resources
            .dynamoDb()
            .getItem(
                get -> get.tableName(resources.table()).key(RunItem.key(id)).consistentRead(true))
            .item());
  }

  private String list(RunItem run) {
    String key = run.findingsKey().orElseThrow();
    String list =
        resources.s3().getObjectAsBytes(r -> r.bucket(resources.bucket()).key(key)).asUtf8String();
    return list.substring(list.indexOf('\n') + 1);
  }
}
