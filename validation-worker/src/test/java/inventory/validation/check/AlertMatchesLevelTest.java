package inventory.validation.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import inventory.model.StockKey;
import inventory.model.StockState;
import inventory.validation.domain.Alerts;
import inventory.validation.domain.Facts;
import inventory.validation.domain.Finding;
import inventory.validation.domain.InMemoryLevels;
import inventory.validation.domain.RunFacts;
import inventory.validation.domain.StoredLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AlertMatchesLevelTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final StockKey KEY = new StockKey("Berlin", "a");

  private final InMemoryLevels levels = new InMemoryLevels();
  private final Map<StockKey, StockState> states = new HashMap<>();
  private final List<StockKey> judged = new ArrayList<>();
  private Instant now = NOON;

  private final Alerts alerts =
      new Alerts() {
        @Override
        public Map<StockKey, Long> thresholds(Collection<StockKey> keys) {
          return keys.stream().collect(Collectors.toMap(key -> key, key -> 10L));
        }

        @Override
        public Map<StockKey, StockState> states(Collection<StockKey> keys) {
          return keys.stream()
              .collect(
                  Collectors.toMap(key -> key, key -> states.getOrDefault(key, StockState.OK)));
        }

        @Override
        public void forEachOpen(Consumer<Collection<StockKey>> visitor) {
          visitor.accept(
              states.keySet().stream().filter(key -> states.get(key) != StockState.OK).toList());
        }

        @Override
        public void judge(Collection<StockKey> keys) {
          judged.addAll(keys);
        }
      };

  private List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    AlertMatchesLevel check = new AlertMatchesLevel(alerts, levels, () -> now);
    for (String warehouse : levels.warehouses()) {
      for (List<StoredLevel> page : levels.pages(warehouse, "")) {
        check.levels(page, findings::add);
      }
    }
    check.run(new RunFacts(NOON, Optional.empty(), List.of()), findings::add);
    return findings;
  }

  @Test
  void aLowLevelWithoutAnAlertIsFoundAndJudgedAgain() {
    levels.apply(Facts.count(KEY, "f", NOON, 9));

    assertThat(findings())
        .extracting(Finding::warehouse, Finding::itemId, Finding::found, Finding::expected)
        .containsExactly(
            tuple(
                "Berlin",
                "a",
                "an alert that is OK",
                "LOW, by its level and threshold; it is judged again"));
    assertThat(judged).containsExactly(KEY);
  }

  @Test
  void anOpenAlertWhoseLevelRecoveredOrIsGoneIsFound() {
    StockKey gone = new StockKey("Berlin", "gone");
    levels.apply(Facts.count(KEY, "f", NOON, 10));
    states.put(KEY, StockState.LOW);
    states.put(gone, StockState.OUT);

    assertThat(findings()).extracting(Finding::itemId).containsExactly("a", "gone");
    assertThat(judged).containsExactly(KEY, gone);
  }

  @Test
  void anAlertInAnotherStateIsFoundOnce() {
    levels.apply(Facts.count(KEY, "f", NOON, 0));
    states.put(KEY, StockState.LOW);

    assertThat(findings()).extracting(Finding::found).containsExactly("an alert that is LOW");
  }

  @Test
  void anAlertInTheRightStateIsNotFound() {
    levels.apply(Facts.count(KEY, "f", NOON, 0));
    states.put(KEY, StockState.OUT);

    assertThat(findings()).isEmpty();
    assertThat(judged).isEmpty();
  }

  @Test
  void aLevelThatChangedJustNowIsLeftOut() {
    levels.apply(Facts.count(KEY, "f", NOON, 0));
    now = Instant.parse("2026-01-01T00:14:00Z");

    assertThat(findings()).isEmpty();
  }
}
