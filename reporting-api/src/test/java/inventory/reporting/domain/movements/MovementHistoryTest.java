package inventory.reporting.domain.movements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.model.StockKey;
import inventory.model.movement.Movement;
import inventory.model.movement.PackedRows;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.items.KnownStock;
import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requirement I4: every level can be explained, row by row. */
class MovementHistoryTest {

  private static final String ITEM = "a123v5";
  private static final StockKey BERLIN = new StockKey("Berlin 1", ITEM);
  private static final Instant START = Instant.parse("2026-02-15T12:00:00Z");

  private final InMemoryMovements log = new InMemoryMovements();
  private final KnownStock stock = new KnownStock();
  private final MovementHistory history =
      new MovementHistory(stock, log, new KnownFiles(), InstantSource.fixed(START));

  static Stream<Long> seeds() {
    return Stream.iterate(1L, seed -> seed + 1).limit(400);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void pagesOfOverlappingFilesAreTheSortedRows(long seed) {
    Random random = new Random(seed);
    RandomFiles files = new RandomFiles(random, ITEM, START);
    files.fill(log, stock);
    int limit = 1 + random.nextInt(7);

    assertThat(pages(Optional.empty(), limit)).isEqualTo(files.newestFirst(w -> true));
    String one = files.warehouse();
    assertThat(pages(Optional.of(one), limit)).isEqualTo(files.newestFirst(one::equals));
  }

  @Test
  void aPageReadsHardlyMoreMovementsThanItShows() {
    stock.add("Berlin 1", ITEM);
    for (int i = 0; i < 1000; i++) {
      log.put(TestMovements.change(BERLIN, "s", START.plusSeconds(i), i));
    }
    Optional<PagePosition> position = Optional.empty();
    for (int page = 0; page < 100; page++) {
      Page<MovementReport, PagePosition> next = history.page(ITEM, Optional.empty(), 10, position);
      assertThat(next.entries()).hasSize(10);
      // One more tells that there is a next page, another that it is older.
      assertThat(log.takeReadCount()).isLessThanOrEqualTo(13);
      position = next.next();
    }
    assertThat(position).isEmpty();
  }

  @Test
  void aFileSpanningAllOthersIsReadAgainOnEachPageAndGivesItsRowsInPlace() {
    stock.add("Berlin 1", ITEM);
    List<PackedRows.Row> rows = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      log.put(TestMovements.change(BERLIN, "s", START.plusSeconds(2L * i), i));
      rows.add(new PackedRows.Row(i + 2, START.plusSeconds(2L * i + 1), 1000 + i));
    }
    log.put(TestMovements.ofRows(BERLIN, "t", rows));

    List<String> units = pages(Optional.empty(), 7).stream().map(e -> e.split(" ", -1)[3]).toList();

    List<String> expected = new ArrayList<>();
    for (int i = 49; i >= 0; i--) {
      expected.add(String.valueOf(1000 + i));
      expected.add(String.valueOf(i));
    }
    assertThat(units).isEqualTo(expected);
  }

  @Test
  void rowsThatAreNotStoredAreOneEntry() {
    stock.add("Berlin 1", ITEM);
    Movement movement =
        new Movement(
            BERLIN,
            "name",
            Movement.Kind.CHANGE,
            "f",
            "f",
            START,
            START,
            BigInteger.TWO.pow(70),
            90_000,
            2,
            90_001,
            Optional.empty());
    log.put(movement);

    Page<MovementReport, PagePosition> page =
        history.page(ITEM, Optional.empty(), 10, Optional.empty());

    assertThat(page.entries()).hasSize(1);
    assertThat(page.entries().get(0).entry().lines())
        .isEqualTo(new MovementEntry.Lines(2, 90_001, 90_000));
    assertThat(page.entries().get(0).entry().units()).isEqualTo(BigInteger.TWO.pow(70));
    assertThat(page.entries().get(0).entry().time()).isEqualTo(START);
    assertThat(page.entries().get(0).file()).contains("key of f");
    assertThat(page.next()).isEmpty();
  }

  @Test
  void anUnknownItemAndAnUnknownWarehouseAreToldApart() {
    stock.add("Berlin 1", "other");
    log.addLevel(new StockKey("Berlin 1", "other"));

    assertThatThrownBy(() -> history.page(ITEM, Optional.empty(), 1, Optional.empty()))
        .hasMessage("There is no item \"a123v5\".");
    assertThatThrownBy(() -> history.page(ITEM, Optional.of("Berlin 1"), 1, Optional.empty()))
        .hasMessage("There is no item \"a123v5\".");
    assertThatThrownBy(() -> history.page("other", Optional.of("Bonn"), 1, Optional.empty()))
        .hasMessage("There is no warehouse \"Bonn\".");
  }

  @Test
  void anItemThatNeverMovedInAKnownWarehouseHasNoMovementsThere() {
    stock.add("Berlin 1", ITEM);
    stock.add("Bonn", "other");
    log.addLevel(BERLIN);

    assertThat(history.page(ITEM, Optional.of("Bonn"), 1, Optional.empty()).entries()).isEmpty();
  }

  private List<String> pages(Optional<String> warehouse, int limit) {
    List<String> all = new ArrayList<>();
    Optional<PagePosition> position = Optional.empty();
    do {
      Page<MovementReport, PagePosition> page = history.page(ITEM, warehouse, limit, position);
      page.entries().forEach(report -> all.add(RandomFiles.text(report.entry())));
      // A page that ends where it began would repeat forever.
      assertThat(position.isPresent() && position.equals(page.next())).isFalse();
      position = page.next();
      if (position.isPresent()) {
        assertThat(page.entries()).hasSize(limit);
      }
    } while (position.isPresent());
    return all;
  }
}
