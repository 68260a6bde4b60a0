package inventory.validation;

import static inventory.model.table.Values.number;
import static inventory.model.table.Values.text;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.FileKind;
import inventory.model.StockKey;
import inventory.model.inbox.Upload;
import inventory.model.message.ChangedItems;
import inventory.model.movement.Movement;
import inventory.model.resource.Queues;
import inventory.model.table.Keys;
import inventory.model.table.LevelItem;
import inventory.model.table.MovementItem;
import inventory.model.table.Table;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import inventory.validation.rebuild.Rebuild;
import inventory.validation.rebuild.counters.CounterRebuild;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;

/** The command on real stores: its output, its exit code, and the items that it leaves. */
class RebuildIT {

  private static final StockKey MUG = new StockKey("Berlin 1", "mug");
  private static final StockKey BOOK = new StockKey("Berlin 1", "book");
  private static final StockKey LONG = new StockKey("ä".repeat(500), "ß".repeat(500));
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String HEADER =
      "Timestamp\tWarehouseName\tItemId\tItemName\tStockLevelChange\n";

  private final Resources resources = EmbeddedAws.newResources();
  private final ApplicationContext context = ApplicationContext.run(resources.properties());
  private final StoredFiles files = new StoredFiles(resources);
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private Upload transactions;

  @BeforeEach
  void fillTheTable() throws Exception {
    transactions =
        files.apply(
            "inventory_files/2026/03/01/20260301120000_inventory.csv",
            FileKind.TRANSACTIONS,
            NOON,
            HEADER
                + "2026-03-01T10:00:00Z\tBerlin 1\tmug\tMug\t-3\n"
                + "2026-03-01T10:30:00Z\tBerlin 1\tmug\tMug\t20\n"
                + "2026-03-01T11:00:00Z\tBerlin 1\tmug\tA mug\t-2\n"
                + "2026-03-01T11:00:00Z\tBerlin 1\tbook\tBook\t7\n"
                + "2026-03-01T11:00:00Z\t%s\t%s\tLong\t9%n"
                    .formatted(LONG.warehouse(), LONG.itemId()));
    Upload counts =
        files.apply(
            "inventory-berlin.csv",
            FileKind.COUNT,
            Instant.parse("2026-03-01T10:15:00Z"),
            "store,item,count\nBerlin 1,mug,100\n");
    Optional<String> counted = Optional.of("2026-03-01T10:15:00.000000000Z#" + counts.fileId());
    files.level(MUG, 118, counted);
    files.level(BOOK, 7, Optional.empty());
    files.level(LONG, 9, Optional.empty());
  }

  @AfterEach
  void close() {
    context.close();
    resources.close();
  }

  @Test
  void aCorrectTableHasNoDifferences() {
    assertThat(rebuild("--check")).isZero();
    assertThat(output()).isEqualTo("3 levels compared with 2 files: no differences\n");
  }

  @Test
  void aMovementThatOnlyAMarkInItsLevelHasIsNotMissing() {
    files.leaveAsMark(BOOK);

    assertThat(rebuild("--check")).isZero();
    assertThat(output()).isEqualTo("3 levels compared with 2 files: no differences\n");
    assertThat(files.storedMovements(BOOK)).isEmpty();
    assertThat(files.level(BOOK)).containsEntry("stockLevel", number(7));
  }

  @Test
  void aLevelThatWasChangedByHandIsReportedAndFixed() throws IOException {
    files.damageLevel(MUG, Map.of("stockLevel", number(5), "removed", TRUE));

    assertThat(rebuild("--check")).isEqualTo(1);
    assertThat(output())
        .isEqualTo(
            """
            WAREHOUSE                ITEM                         IN THE TABLE   FROM THE FILES  WHY
            Berlin 1                 mug                                     5              118  the level is not the sum of its movements
            3 levels compared with 2 files: 1 difference
            """);
    assertThat(files.storedMovements(MUG)).hasSize(2);

    Instant before = Instant.now();
    assertThat(rebuild("--fix")).isZero();
    assertThat(output()).endsWith("1 difference, 1 fixed\n");
    Map<String, AttributeValue> correction = files.storedMovements(MUG).get(2);
    assertThat(Instant.parse(correction.get(Table.SK).s().substring(0, 30)))
        .isBetween(before, Instant.now());
    assertThat(correction)
        .containsEntry("change", number(0))
        .containsEntry("correctedFrom", number(5))
        .containsEntry("correctedTo", number(118))
        .containsEntry("correction", text("the level is not the sum of its movements"));
    assertThat(correction.get("fileId").s()).startsWith("rebuild-");
    assertThat(files.level(MUG))
        .containsEntry("stockLevel", number(118))
        .containsEntry("revision", number(3))
        .doesNotContainKey("removed");
    assertThat(announced()).containsExactly(new ChangedItems.Item("Berlin 1", "mug"));

    assertThat(rebuild("--check")).isZero();
    assertThat(rebuild("--fix")).isZero();
    assertThat(files.storedMovements(MUG)).hasSize(3);
  }

  @Test
  void aMissingMovementIsRestored() {
    Movement movement = files.movementsOf(MUG).get(1);
    files.delete(Keys.movements(MUG), movement.position());

    assertThat(rebuild("--check")).isEqualTo(1);
    assertThat(output()).contains("118              118  movements: 1 missing\n");
    assertThat(files.storedMovements(MUG)).hasSize(1);
    assertThat(rebuild("--fix")).isZero();

    assertThat(files.storedMovements(MUG).get(1)).isEqualTo(MovementItem.toItem(movement));
    assertThat(rebuild("--check")).isZero();
  }

  @Test
  void anAlteredMovementIsRestoredAndOneWithoutAFileIsRemoved() {
    Movement movement = files.movementsOf(BOOK).get(0);
    Map<String, AttributeValue> altered = MovementItem.toItem(movement);
    altered.put("change", number(70));
    files.put(altered);
    Map<String, AttributeValue> surplus = MovementItem.toItem(movement);
    surplus.put(Table.SK, text("2026-03-01T11:30:00.000000000Z#0123"));
    files.put(surplus);
    files.damageLevel(BOOK, Map.of("stockLevel", number(77)));

    assertThat(rebuild("--fix")).isZero();

    assertThat(output()).contains("77                7  movements: 1 altered, 1 in no file\n");
    assertThat(files.storedMovements(BOOK)).hasSize(2).contains(MovementItem.toItem(movement));
    assertThat(files.level(BOOK)).containsEntry("stockLevel", number(7));
    assertThat(rebuild("--check")).isZero();
  }

  @Test
  void levelsThatAreMissingOrDamagedAreWrittenWhole() {
    Map<String, AttributeValue> mug = files.level(MUG);
    Map<String, AttributeValue> longOne = files.level(LONG);
    files.delete(Keys.warehouse(MUG.warehouse()), Keys.level(MUG.itemId()));
    files.damageLevel(LONG, Map.of(Table.ITEM_INDEX_PK, text("ITEM#another")));

    assertThat(rebuild("--check")).isEqualTo(1);
    assertThat(output())
        .contains("none              118  the level is missing in the table\n")
        .contains("2 differences");
    assertThat(rebuild("--fix")).isZero();

    assertThat(withoutTimes(files.level(MUG))).isEqualTo(withoutTimes(mug));
    assertThat(withoutTimes(files.level(LONG))).isEqualTo(withoutTimes(longOne));
    assertThat(rebuild("--check")).isZero();
  }

  @Test
  void aLevelWithoutAFileIsRemoved() {
    StockKey stray = new StockKey("Nowhere", "stray");
    Map<String, AttributeValue> level = new HashMap<>(files.level(BOOK));
    level.putAll(LevelItem.key(stray));
    files.put(level);

    assertThat(rebuild("--fix")).isZero();

    assertThat(output()).contains("7             none  the level has no movement\n");
    assertThat(files.level(stray)).isEmpty();
    assertThat(files.storedMovements(stray).get(0))
        .containsEntry("correctedFrom", number(7))
        .doesNotContainKey("correctedTo");
    assertThat(rebuild("--check")).isZero();
  }

  @Test
  void aMissingOriginalIsNamed() {
    resources
        .s3()
        .deleteObject(
            request ->
                request
                    .bucket(resources.bucket())
                    .key(transactions.key())
                    .versionId(transactions.version()));

    assertThat(rebuild("--check")).isEqualTo(2);

    assertThat(output())
        .isEqualTo(
            "The rebuild failed. "
                + transactions.key()
                + ", version "
                + transactions.version()
                + ": the file was deleted before it could be read; the levels cannot be computed"
                + " without it: restore this version\n");
  }

  @Test
  void aFileThatIsStillBeingProcessedIsNamed() {
    files.arrive("late.csv", NOON, HEADER);
    files.arrive("restock_thresholds/2026/03/01/restock_thresholds.json", NOON, "{}");

    assertThat(rebuild("--check")).isEqualTo(2);
    assertThat(output())
        .isEqualTo(
            "Not verified: late.csv is still being processed\n"
                + "3 levels compared with 2 files: no differences\n");
  }

  @Test
  void otherOptionsDoNothing() {
    for (List<String> options :
        List.of(
            List.<String>of(),
            List.of("--fix", "--by"),
            List.of("--fix", "ada"),
            List.of("--check", "--by", "ada"))) {
      assertThat(rebuild(options.toArray(String[]::new))).isEqualTo(2);
      assertThat(output())
          .isEqualTo(
              "The rebuild failed. Use rebuild --check or rebuild --fix [--by NAME] [--note TEXT]\n");
    }
    assertThat(decisions).isEmpty();
  }

  @Test
  void theDecisionToFixIsOnRecordWithItsReason() {
    rebuild("--check");
    assertThat(decisions).isEmpty();

    rebuild("--fix");
    rebuild("--fix", "--note", "after a restore", "--by", "ada");

    assertThat(decisions).containsExactly(": ", "ada: after a restore");
  }

  private static final AttributeValue TRUE = AttributeValue.fromBool(true);

  private final List<String> decisions = new ArrayList<>();

  private int rebuild(String... options) {
    printed.reset();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    RebuildCommand command =
        new RebuildCommand(
            context.getBean(Rebuild.class),
            new CounterRebuild(new NoCounters()),
            new RebuildPrinter(out),
            (by, note) -> decisions.add(by + ": " + note));
    return command.run(List.of(options));
  }

  private String output() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private List<ChangedItems.Item> announced() throws IOException {
    String url = resources.queueUrl(resources.queue(Queues.ALERT));
    List<Message> messages =
        resources.sqs().receiveMessage(request -> request.queueUrl(url)).messages();
    assertThat(messages).hasSize(1);
    return context
        .getBean(ObjectMapper.class)
        .readValue(messages.get(0).body(), ChangedItems.class)
        .items();
  }

  private static Map<String, AttributeValue> withoutTimes(Map<String, AttributeValue> level) {
    Map<String, AttributeValue> rest = new HashMap<>(level);
    rest.keySet().removeAll(List.of("updatedAt", "revision"));
    return rest;
  }
}
