package inventory.reporting.domain.previews;

import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.ItemTotal;
import inventory.model.StockKey;
import inventory.model.StockState;
import inventory.model.Thresholds;
import inventory.model.movement.StockLevel;
import inventory.model.recipients.RecipientRules;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Decides who would be notified of stock, as alert-service does: by the state that follows from
 * level and threshold, what people know already, and the rules about recipients.
 *
 * @param thresholds finds the thresholds that would apply
 */
record Judgement(PreviewStore store, Function<Collection<AlertId>, Thresholds> thresholds) {

  private static final Comparator<AlertPreview> BY_ITEM =
      Comparator.comparing((AlertPreview preview) -> preview.alert().itemId())
          .thenComparing(preview -> preview.alert().warehouse().orElse(""));

  /** Stock as it would be. */
  private record Status(AlertId alert, BigInteger level, boolean removed) {}

  /** For alerts on items in warehouses. */
  List<AlertPreview> ofWarehouses(Map<StockKey, StockLevel> levels) {
    List<Status> statuses = new ArrayList<>();
    levels.forEach(
        (key, level) -> statuses.add(new Status(AlertId.of(key), level.units(), level.removed())));
    return judge(statuses);
  }

  /**
   * For alerts on totals.
   *
   * @param levels by item, in all warehouses that have it
   */
  List<AlertPreview> ofTotals(Map<String, ? extends Collection<StockLevel>> levels) {
    List<Status> statuses = new ArrayList<>();
    levels.forEach(
        (itemId, ofItem) -> {
          ItemTotal total = ItemTotal.of(ofItem.stream().map(Summand::new).toList());
          statuses.add(new Status(AlertId.ofTotal(itemId), total.listedUnits(), total.removed()));
        });
    return judge(statuses);
  }

  private List<AlertPreview> judge(List<Status> statuses) {
    List<AlertId> ids = statuses.stream().map(Status::alert).toList();
    Thresholds rules = thresholds.apply(ids);
    Map<AlertId, AlertRecord> records = store.alerts(ids);
    RecipientRules recipients = store.recipients();
    List<AlertPreview> previews = new ArrayList<>();
    for (Status status : statuses) {
      AlertRecord record = records.getOrDefault(status.alert(), AlertRecord.NONE);
      long below = rules.of(status.alert());
      StockState state = status.removed() ? StockState.OK : StockState.of(status.level(), below);
      if (record.isNews(state, status.removed())) {
        previews.add(
            new AlertPreview(
                status.alert(),
                record.state(),
                state,
                status.level(),
                below,
                recipients.about(status.alert())));
      }
    }
    previews.sort(BY_ITEM);
    return previews;
  }

  /** A level as a part of a total. */
  private record Summand(StockLevel level) implements ItemTotal.Level {

    @Override
    public String itemName() {
      return level.itemName();
    }

    @Override
    public String named() {
      return level.named();
    }

    @Override
    public BigInteger stockLevel() {
      return level.units();
    }

    @Override
    public boolean removed() {
      return level.removed();
    }
  }
}
