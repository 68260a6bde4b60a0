package inventory.reporting.http;

import inventory.reporting.domain.ItemStock;
import inventory.reporting.domain.Level;
import inventory.reporting.domain.MovementCursor;
import inventory.reporting.domain.MovementHistory;
import inventory.reporting.domain.MovementPage;
import inventory.reporting.domain.NoSuchRecordException;
import inventory.reporting.domain.StockReports;
import inventory.reporting.domain.ThresholdRecords;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;

/** Reports by item (requirement R3), and the movements that explain its levels. */
@Controller(Paths.ROOT + "/items/{itemId}")
@ExecuteOn(TaskExecutors.IO)
final class ItemController {

  private final StockReports stock;
  private final MovementHistory history;
  private final ThresholdRecords thresholds;

  ItemController(StockReports stock, MovementHistory history, ThresholdRecords thresholds) {
    this.stock = stock;
    this.history = history;
    this.thresholds = thresholds;
  }

  @Get
  ItemBody item(@PathVariable String itemId) {
    List<Level> levels = stock.levelsOf(Parameters.name("itemId", itemId));
    if (levels.isEmpty()) {
      throw new NoSuchRecordException("item", itemId);
    }
    return ItemBody.of(ItemStock.of(levels), thresholds.ofItem(itemId));
  }

  @Get("/movements")
  MovementsBody movements(
      @PathVariable String itemId,
      @Nullable @QueryValue String warehouse,
      @Nullable @QueryValue String limit,
      @Nullable @QueryValue String cursor) {
    String item = Parameters.name("itemId", itemId);
    Optional<String> only = Parameters.optionalName("warehouse", warehouse);
    List<String> query = List.of("movements", item, only.orElse(""));
    Optional<MovementCursor> begin =
        Parameters.given(cursor).map(given -> MovementCursors.decode(query, given));
    MovementPage page = history.page(item, only, Parameters.limit(limit), begin);
    String next = page.next().map(place -> MovementCursors.encode(query, place)).orElse(null);
    return MovementsBody.of(item, page, next);
  }
}
