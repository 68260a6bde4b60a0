package inventory.reporting.domain.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.model.StockKey;
import inventory.model.movement.Movement.Kind;
import inventory.testkit.Fuse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FactsTest {

  private static final Instant NOW = Instant.parse("2026-02-15T11:00:00Z");
  private static final byte[] BODY = "the body".getBytes(StandardCharsets.UTF_8);
  private static final FactEntry BAD =
      new FactEntry.Rejected(new FactEntry.Problem("missing", "time", "is missing"));
  private static final List<FactEntry> ENTRIES = List.of(change(-3), BAD, change(5));

  private final World world = new World();

  private static FactEntry change(long units) {
    StockKey key = new StockKey("Berlin", "tea");
    return new FactEntry.Accepted(new Fact(key, "", Kind.CHANGE, units, NOW, Optional.empty()));
  }

  @Test
  void onlyAcceptedEntriesAreSentAndTheRequestIsMarked() {
    FactRequest stated = state(world, BODY);

    assertThat(world.sent).containsExactly(idOf(stated, 1), idOf(stated, 3));
    assertThat(world.requests.get(stated.id()).sentAt()).contains(NOW);
  }

  @Test
  void aMarkedRequestIsNotSentAgain() {
    FactRequest first = state(world, BODY);
    world.sent.clear();

    FactRequest again = world.facts.state("shop", "key", BODY, ENTRIES, NOW.plusSeconds(5));

    assertThat(world.sent).isEmpty();
    assertThat(again.receivedAt()).isEqualTo(first.receivedAt());
  }

  @Test
  void aKeyIsForOneBodyOfOneClient() {
    FactRequest first = state(world, BODY);

    assertThatThrownBy(() -> state(world, "other".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(KeyReusedException.class);
    FactRequest other = world.facts.state("erp", "key", BODY, ENTRIES, NOW);
    assertThat(other.id()).isNotEqualTo(first.id());
    assertThat(world.sent).hasSize(4);
  }

  /** The process ends at each moment, and the client repeats its request. */
  @Test
  void aCrashAtAnyMomentLosesNothingAndTheRepeatedRequestSendsTheSame() {
    Set<String> whole = Set.copyOf(sentBy(state(world, BODY)));
    int moment = 0;
    boolean crashed = true;
    while (crashed) {
      moment++;
      World crashing = new World();
      crashing.fuse.crashAt(moment);
      crashed = crashes(crashing);
      crashing.fuse.reset();

      FactRequest stated = crashing.facts.state("shop", "key", BODY, ENTRIES, NOW.plusSeconds(9));

      assertThat(Set.copyOf(crashing.sent)).isEqualTo(whole);
      assertThat(crashing.requests.get(stated.id()).sentAt()).isPresent();
    }
    assertThat(moment).isGreaterThan(6);
  }

  private static boolean crashes(World crashing) {
    try {
      state(crashing, BODY);
      return false;
    } catch (Fuse.Crash e) {
      return true;
    }
  }

  private static FactRequest state(World world, byte[] body) {
    return world.facts.state("shop", "key", body, ENTRIES, NOW);
  }

  private static List<String> sentBy(FactRequest request) {
    return List.of(idOf(request, 1), idOf(request, 3));
  }

  private static String idOf(FactRequest request, int index) {
    return new StatedFact(request, index, null).recordId();
  }

  /** Everything that the use case touches; it dies when the fuse has burnt down. */
  private static final class World implements FactRecords {

    private final Map<String, FactRequest> requests = new HashMap<>();
    private final Set<String> sent = new LinkedHashSet<>();
    private final Fuse fuse = new Fuse();
    private final Facts facts = new Facts(this, this::send);

    private void send(List<StatedFact> stated) {
      for (StatedFact fact : stated) {
        fuse.burn();
        sent.add(fact.recordId());
        fuse.burn();
      }
    }

    @Override
    public FactRequest putIfAbsent(FactRequest request) {
      fuse.burn();
      FactRequest there = requests.putIfAbsent(request.id(), request);
      fuse.burn();
      return there == null ? request : there;
    }

    @Override
    public void markSent(String id, Instant at) {
      fuse.burn();
      requests.computeIfPresent(
          id,
          (same, there) ->
              new FactRequest(
                  there.client(), there.key(), there.body(), there.receivedAt(), Optional.of(at)));
      fuse.burn();
    }

    @Override
    public Optional<Found> find(String id) {
      return Optional.ofNullable(requests.get(id)).map(there -> new Found(there, Map.of()));
    }

    @Override
    public Map<Integer, Claimed> claimed(Collection<StatedFact> stated) {
      return new TreeMap<>();
    }
  }
}
