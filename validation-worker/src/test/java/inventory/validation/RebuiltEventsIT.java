package inventory.validation;

import static inventory.model.table.Values.number;
import static inventory.model.table.Values.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import inventory.model.EventType;
import inventory.model.FileKind;
import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.movement.StockLevel;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import inventory.validation.check.LevelMatchesMovements;
import inventory.validation.domain.Finding;
import inventory.validation.domain.StoredLevel;
import inventory.validation.rebuild.Rebuild;
import inventory.validation.rebuild.counters.CounterRebuild;
import inventory.validation.run.Ports;
import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Levels from events and a file, verified by the nightly check and the rebuild. */
class RebuiltEventsIT {

  private static final StockKey KEY = new StockKey("ONLINE", "P98765");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Resources resources = EmbeddedAws.newResources();
  private final ApplicationContext context = ApplicationContext.run(resources.properties());
  private final StoredFiles files = new StoredFiles(resources);
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private List<Map<String, AttributeValue>> movements;

  /** Added and removed in one second, added again in the next; then changed without a name. */
  @BeforeEach
  void fillTheTable() throws Exception {
    files.apply(
        "inventory_files/2026/03/01/20260301120000_inventory.csv",
        FileKind.TRANSACTIONS,
        NOON,
        "Timestamp\tWarehouseName\tItemId\tItemName\tStockLevelChange\n"
            + "2026-03-01T11:00:00Z\tONLINE\tP98765\tNotebook\t50\n");
    event("7", EventType.PRODUCT_ADDED, "Laptop", NOON, 100);
    Movement removed = event("8", EventType.PRODUCT_REMOVED, "", NOON, 0);
    Movement added = event("9", EventType.PRODUCT_ADDED, "Laptop", NOON.plusSeconds(1), 10);
    Movement changed = event("10", EventType.QUANTITY_CHANGED, "", NOON.plusSeconds(2), -3);
    files.warehouse(KEY.warehouse());
    files.level(
        KEY,
        new StockLevel(
            BigInteger.valueOf(7),
            Optional.of(removed.position()),
            changed.position(),
            "Laptop",
            added.position(),
            Optional.of(added.position()),
            false));
    movements = files.storedMovements(KEY);
    assertThat(movements).hasSize(5);
  }

  private Movement event(String sequence, EventType type, String name, Instant time, long units) {
    return event(KEY, sequence, type, name, time, units);
  }

  private Movement event(
      StockKey key, String sequence, EventType type, String name, Instant time, long units) {
    Movement movement =
        Movement.of(
            new Movement.Event("event " + sequence, type),
            key,
            name,
            type == EventType.PRODUCT_REMOVED ? Movement.Kind.COUNT : Movement.Kind.CHANGE,
            sequence,
            time,
            BigInteger.valueOf(units));
    files.event(movement);
    return movement;
  }

  @AfterEach
  void close() {
    context.close();
    resources.close();
  }

  @Test
  void aCorrectLevelIsNotChanged() {
    Map<String, AttributeValue> level = files.level(KEY);

    assertThat(nightly()).isEmpty();
    assertThat(rebuild("--fix")).isZero();

    assertThat(output()).isEqualTo("1 level compared with 1 file: no differences\n");
    assertThat(files.level(KEY)).isEqualTo(level);
    assertThat(files.storedMovements(KEY)).isEqualTo(movements);
  }

  @Test
  void unitsThatWereAlteredByHandAreFoundAndFixed() {
    files.damageLevel(KEY, Map.of("stockLevel", number(8)));

    assertThat(nightly())
        .extracting(Finding::found, Finding::expected)
        .containsExactly(tuple("a level of 8", "7, by its movements"));
    isMended("8                7  the level is not the sum of its movements\n");
  }

  @Test
  void anItemThatWasTakenOffTheListByHandIsListedAgain() {
    files.damageLevel(KEY, Map.of("removed", AttributeValue.fromBool(true)));

    assertThat(nightly())
        .extracting(Finding::found, Finding::expected)
        .containsExactly(tuple("an item off the list", "on the list, by its events"));
    isMended("7                7  the item is on the list or off it, contrary to its events\n");
  }

  @Test
  void aMissingLevelThatOnlyHasEventsIsCreated() {
    StockKey other = new StockKey("ONLINE", "P#2");
    event(other, "11", EventType.QUANTITY_CHANGED, "", NOON, 4);
    event(other, "12", EventType.QUANTITY_CHANGED, "", NOON, 5);

    assertThat(rebuild("--check")).isEqualTo(1);
    assertThat(output()).contains("none                9  the level is missing in the table\n");
    assertThat(rebuild("--fix")).isZero();

    assertThat(files.level(other))
        .containsEntry("stockLevel", number(9))
        .containsEntry("itemName", text("P#2"))
        .containsEntry("named", text(Position.NONE))
        .doesNotContainKeys("listed", "removed");
    assertThat(rebuild("--check")).isZero();
  }

  @Test
  void anAlteredNameIsReplacedByThatOfTheLatestEventWithAName() {
    files.damageLevel(KEY, Map.of("itemName", text("Toaster")));

    isMended("7                7  the level has a wrong item name\n");
  }

  private void isMended(String difference) {
    assertThat(rebuild("--check")).isEqualTo(1);
    assertThat(output()).contains(difference);
    assertThat(rebuild("--fix")).isZero();

    assertThat(output()).endsWith("1 difference, 1 fixed\n");
    assertThat(files.level(KEY))
        .containsEntry("stockLevel", number(7))
        .containsEntry("itemName", text("Laptop"))
        .doesNotContainKey("removed");
    assertThat(files.storedMovements(KEY)).hasSize(6).containsAll(movements);
    assertThat(nightly()).isEmpty();
    assertThat(rebuild("--check")).isZero();
  }

  private List<Finding> nightly() {
    List<Finding> findings = new ArrayList<>();
    LevelMatchesMovements check = new LevelMatchesMovements();
    Ports ports = context.getBean(Ports.class);
    StoredLevel level = ports.levels().find(KEY).orElseThrow();
    check.level(ports.audit().audit(level, true).orElseThrow(), findings::add);
    return findings;
  }

  private int rebuild(String option) {
    printed.reset();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return new RebuildCommand(
            context.getBean(Rebuild.class),
            new CounterRebuild(new NoCounters()),
            new RebuildPrinter(out),
            (by, note) -> {})
        .run(List.of(option));
  }

  private String output() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
