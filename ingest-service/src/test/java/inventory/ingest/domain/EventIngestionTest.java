package inventory.ingest.domain;

import static inventory.ingest.domain.Movements.KEY;
import static inventory.ingest.domain.Movements.event;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.EventType;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.StockKey;
import inventory.model.changes.ItemChangePublisher;
import inventory.model.inbox.FileLifecycle;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.Upload;
import inventory.model.message.StreamRecord;
import inventory.model.movement.Movement;
import inventory.testkit.Fuse;
import inventory.testkit.InMemoryFileLifecycle;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventIngestionTest {

  private static final String TIME = "2026-01-01T10:00:00Z";
  private static final Instant HOUR = Instant.parse(TIME);
  private static final Upload REJECTS = new Upload("rejected of 10", "", false, 0, HOUR);
  private static final StockKey OTHER = new StockKey("Berlin", "other");

  @Test
  void eventsOfOneItemAreTakenInTheirOrderAndAnnouncedOnce() {
    World world = new World();

    world.ingest(received(1, added("a", 1)), received(2, changed("b", 2, -4)), other(3));

    assertThat(world.rounds).containsExactly(2, 1);
    assertThat(world.ledger.stock(KEY)).contains(stock(6));
    assertThat(world.ledger.stock(OTHER).map(Stock::units)).contains(BigInteger.ONE);
    assertThat(world.announced).containsExactly(List.of(KEY, OTHER));
  }

  @Test
  void anEventWithTheIdOfAnotherIsRejectedAndTheOthersCount() {
    World world = new World();

    world.ingest(
        received(1, added("a", 1)),
        received(2, changed("a", 2, -4)),
        received(3, changed("c", 3, 1)));

    assertThat(world.ledger.stock(KEY)).contains(stock(11));
    assertThat(world.rejected).containsExactly("2: event_id");
    assertThat(world.published).hasSize(1);
  }

  @Test
  void rejectsArePutOnRecordAndToldOnceAnHourAsTheyGrow() {
    World world = new World();

    world.ingestion.reject(List.of(reject(1), reject(2)));
    world.ingestion.reject(List.of(reject(3)));

    Outcome outcome = world.files.outcome(REJECTS.fileId());
    assertThat(outcome.status()).isEqualTo(FileStatus.REJECTED);
    assertThat(outcome.kind()).isEqualTo(FileKind.EVENTS);
    assertThat(outcome.rejectsKey()).contains("rejected of 10");
    assertThat(outcome.firstRejects()).containsExactly("record 1 of p: product is missing");
    assertThat(world.files.rejected(REJECTS.fileId())).isEqualTo(3);
    assertThat(world.published).containsOnly("rejected of 10");
  }

  /** Killed at each call that leaves it, and delivered again. */
  @Test
  void aCrashAtAnyMomentChangesNothingOfTheOutcome() {
    World whole = new World();
    deliver(whole);
    int moment = 0;
    boolean crashed = true;
    while (crashed) {
      moment++;
      World crashing = new World();
      crashing.fuse.crashAt(moment);
      crashed = crashes(crashing);
      crashing.fuse.reset();

      deliver(crashing);

      assertThat(crashing.ledger.stock(KEY)).isEqualTo(whole.ledger.stock(KEY));
      assertThat(crashing.ledger.stock(OTHER)).isEqualTo(whole.ledger.stock(OTHER));
      assertThat(crashing.rejected).isEqualTo(whole.rejected);
      assertThat(crashing.files.rejected(REJECTS.fileId())).isEqualTo(1);
      assertThat(Set.copyOf(crashing.announced)).isEqualTo(Set.copyOf(whole.announced));
      assertThat(Set.copyOf(crashing.published)).isEqualTo(Set.copyOf(whole.published));
    }
    assertThat(moment).isGreaterThan(8);
  }

  private static boolean crashes(World world) {
    try {
      deliver(world);
      return false;
    } catch (Fuse.Crash e) {
      return true;
    }
  }

  private static void deliver(World world) {
    world.ingest(
        received(1, added("a", 1)),
        received(2, changed("a", 2, -4)),
        received(3, changed("c", 3, 1)));
    world.ingest(other(4));
  }

  private static Movement added(String id, int sequenceNumber) {
    return event(id, EventType.PRODUCT_ADDED, sequenceNumber, TIME, 10);
  }

  private static Movement changed(String id, int sequenceNumber, long units) {
    return event(id, EventType.QUANTITY_CHANGED, sequenceNumber, TIME, units);
  }

  private static ReceivedEvent other(int sequenceNumber) {
    Movement movement = event(OTHER, "o", EventType.QUANTITY_CHANGED, sequenceNumber, TIME, 1);
    return received(sequenceNumber, movement);
  }

  private static ReceivedEvent received(int sequenceNumber, Movement movement) {
    return new ReceivedEvent(record(sequenceNumber), movement);
  }

  private static EventReject reject(int sequenceNumber) {
    return new EventReject(record(sequenceNumber), "missing", "product", "is missing");
  }

  private static StreamRecord record(int sequenceNumber) {
    String number = Integer.toString(sequenceNumber);
    return new StreamRecord("shard:" + number, "p", number, HOUR.getEpochSecond(), "");
  }

  private static Stock stock(long units) {
    return new Stock(BigInteger.valueOf(units), "name by a", false);
  }

  /** Everything that the use case touches; it dies when the fuse has burnt down. */
  private static final class World {

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final List<Integer> rounds = new ArrayList<>();
    private final List<List<StockKey>> announced = new ArrayList<>();
    private final Set<String> rejected = new LinkedHashSet<>();
    private final InMemoryFileLifecycle files = new InMemoryFileLifecycle();
    private final List<String> published = new ArrayList<>();
    private final Fuse fuse = new Fuse();
    private final EventIngestion ingestion =
        new EventIngestion(
            (movements, ownSums) -> record(movements),
            this::begin,
            this::addRejects,
            fuse.around(FileLifecycle.class, files),
            this::publishFinished);

    private void ingest(ReceivedEvent... events) {
      ingestion.ingest(List.of(events));
    }

    private List<Movement> record(Iterable<Movement> movements) {
      List<Movement> all = new ArrayList<>();
      movements.forEach(all::add);
      rounds.add(all.size());
      fuse.burn();
      List<Movement> refused = ledger.record(all);
      fuse.burn();
      return refused;
    }

    private ItemChangePublisher.Announcement begin(String batch, String cause) {
      List<StockKey> keys = new ArrayList<>();
      return new ItemChangePublisher.Announcement() {
        @Override
        public void add(StockKey key) {
          keys.add(key);
        }

        @Override
        public void addEverywhere(String itemId) {
          throw new AssertionError("an event names its warehouse");
        }

        @Override
        public void publish() {
          fuse.burn();
          announced.add(keys);
          fuse.burn();
        }

        @Override
        public void close() {
          // Nothing is held.
        }
      };
    }

    private List<EventRejects.Hour> addRejects(List<EventReject> rejects) {
      fuse.burn();
      rejects.forEach(
          reject -> rejected.add(reject.record().sequenceNumber() + ": " + reject.field()));
      fuse.burn();
      return List.of(new EventRejects.Hour("rejected of 10", HOUR, rejected.size(), true));
    }

    private void publishFinished(Upload upload) {
      fuse.burn();
      published.add(upload.key());
      fuse.burn();
    }
  }
}
