package inventory.alert.domain;

import inventory.model.AlertId;
import inventory.model.StockKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The rules in memory, with pages of two levels. */
public final class InMemoryRules implements Rules {

  private static final int PAGE = 2;
  private static final Comparator<StockKey> ORDER =
      Comparator.comparing(StockKey::warehouse).thenComparing(StockKey::itemId);

  private final Supplier<List<StockKey>> levels;
  private final Supplier<List<AlertId>> open;
  private Optional<Progress> progress = Optional.empty();
  int pages;

  /** Rules over stock and open alerts that are kept elsewhere. */
  public InMemoryRules(Supplier<List<StockKey>> levels, Supplier<List<AlertId>> open) {
    this.levels = levels;
    this.open = open;
  }

  @Override
  public Optional<Progress> find() {
    return progress;
  }

  @Override
  public boolean save(Optional<Progress> before, Progress after) {
    if (!before.equals(progress)) {
      return false;
    }
    progress = Optional.of(after);
    return true;
  }

  @Override
  public Page levels(Place place) {
    pages++;
    List<StockKey> rest =
        levels.get().stream()
            .sorted(ORDER)
            .filter(key -> place.itemId().isEmpty() || ORDER.compare(key, at(place)) > 0)
            .toList();
    List<StockKey> keys = rest.subList(0, Math.min(PAGE, rest.size()));
    return new Page(
        keys,
        rest.size() > PAGE
            ? Optional.of(
                new Place(Optional.of(keys.get(1).warehouse()), Optional.of(keys.get(1).itemId())))
            : Optional.empty());
  }

  private static StockKey at(Place place) {
    return new StockKey(place.warehouse().orElseThrow(), place.itemId().orElseThrow());
  }

  @Override
  public boolean isFirst(StockKey key) {
    return levels.get().stream()
        .filter(other -> other.itemId().equals(key.itemId()))
        .min(ORDER)
        .equals(Optional.of(key));
  }

  @Override
  public Stream<AlertId> openAlerts() {
    return open.get().stream();
  }
}
