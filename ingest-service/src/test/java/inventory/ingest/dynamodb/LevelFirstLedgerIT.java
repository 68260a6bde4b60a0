package inventory.ingest.dynamodb;

import static inventory.ingest.domain.Movements.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.ingest.IngestFixture;
import inventory.ingest.domain.InMemoryLedger;
import inventory.ingest.domain.LevelFirstLedger;
import inventory.ingest.domain.Movements;
import inventory.ingest.domain.Movements.Fact;
import inventory.ingest.domain.Retries;
import inventory.ingest.domain.Stock;
import inventory.ingest.domain.StockLedger;
import inventory.ingest.domain.StockLedgerContract;
import inventory.model.FileKind;
import inventory.model.StockKey;
import inventory.model.inbox.FileLifecycle;
import inventory.model.inbox.Original;
import inventory.model.inbox.Upload;
import inventory.model.inbox.dynamodb.DynamoDbFileLifecycle;
import inventory.model.movement.Movement;
import inventory.model.movement.Movement.Kind;
import inventory.model.movement.OriginalRows;
import inventory.model.table.MovementItem;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class LevelFirstLedgerIT extends StockLedgerContract {

  private final Resources resources = EmbeddedAws.newResources();
  private final ExecutorService writers = Executors.newFixedThreadPool(8);
  private final FileLifecycle files =
      new DynamoDbFileLifecycle(resources.dynamoDb(), resources.table(), Clock.systemUTC());
  private final StockLedger ledger = newLedger("");

  /** A ledger whose originals all have the same content. */
  private StockLedger newLedger(String originals) {
    OriginalRows rows =
        new OriginalRows(id -> files.find(id).upload(), upload -> original(originals));
    return new LevelFirstLedger(
        new DynamoDbLevelStore(resources.dynamoDb(), resources.table(), Clock.systemUTC()),
        rows::sums,
        writers,
        8,
        new Retries(Clock.systemUTC(), new Random(), wait -> {}));
  }

  @AfterEach
  void close() {
    writers.shutdown();
    resources.close();
  }

  @Override
  protected StockLedger ledger() {
    return ledger;
  }

  @Override
  protected Optional<Stock> stockOf(StockKey key) {
    return IngestFixture.stock(resources, key);
  }

  @Test
  void manyMovementsOfManyItemsAreWrittenWhole() {
    List<Movement> movements = new ArrayList<>();
    for (int i = 0; i < 333; i++) {
      movements.add(movement("W" + i % 3, "i" + i, "a", i));
    }
    ledger.record(movements);
    ledger.record(movements);

    for (int i = 0; i < 333; i++) {
      assertThat(levelOf(new StockKey("W" + i % 3, "i" + i))).contains(BigInteger.valueOf(i));
    }
  }

  @Test
  void halfAnAppliedBatchIsCompletedWithoutCountingTwice() {
    List<Movement> movements = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      movements.add(movement("W", "i" + i, "a", 7));
    }
    List<Movement> half = new ArrayList<>(movements);
    Collections.shuffle(half, new Random(3));
    ledger.record(half.subList(0, 50));

    ledger.record(movements);

    for (int i = 0; i < 100; i++) {
      assertThat(levelOf(new StockKey("W", "i" + i))).contains(BigInteger.valueOf(7));
    }
  }

  @Test
  void twoProcessesAtTheSameItemsLoseAndDoubleNothing() throws Exception {
    List<List<Movement>> files = new ArrayList<>();
    Random random = new Random(5);
    for (int file = 0; file < 40; file++) {
      List<Movement> movements = new ArrayList<>();
      for (int item = 0; item < 10; item++) {
        Kind kind = random.nextInt(8) == 0 ? Kind.COUNT : Kind.CHANGE;
        String time =
            Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(60)).toString();
        Fact fact = new Fact(time, random.nextInt(50));
        movements.add(
            Movements.build(new StockKey("W", "i" + item), kind, "f" + file, List.of(fact)));
      }
      files.add(movements);
    }
    deliver(files, random);

    InMemoryLedger expected = new InMemoryLedger();
    files.forEach(expected::record);
    for (int item = 0; item < 10; item++) {
      StockKey key = new StockKey("W", "i" + item);
      assertThat(stockOf(key)).as("%s", key).isEqualTo(expected.stock(key));
    }
  }

  /** Each file twice, in any order, eight at a time. */
  private void deliver(List<List<Movement>> files, Random random) throws Exception {
    List<Callable<Void>> deliveries = new ArrayList<>();
    for (int time = 0; time < 2; time++) {
      for (List<Movement> file : files) {
        deliveries.add(
            () -> {
              newLedger("").record(file);
              return null;
            });
      }
    }
    Collections.shuffle(deliveries, random);
    ExecutorService consumers = Executors.newFixedThreadPool(8);
    try {
      for (Future<Void> done : consumers.invokeAll(deliveries)) {
        done.get();
      }
    } finally {
      consumers.shutdown();
    }
  }

  @Test
  void aCountBetweenRowsThatWereNotKeptIsAnsweredFromTheOriginal() {
    Movement big =
        Movements.withoutRows(
            Movements.changes(
                "a",
                new Fact("2026-01-01T10:00:00Z", 1),
                new Fact("2026-01-01T12:00:00Z", 20),
                new Fact("2026-01-01T13:00:00Z", 300)));
    StockLedger withOriginal =
        newLedger(
            "Timestamp,WarehouseName,ItemId,ItemName,StockLevelChange\n"
                + "2026-01-01T10:00:00Z,Berlin,a1,A,1\n"
                + "2026-01-01T12:00:00Z,Berlin,a1,A,20\n"
                + "2026-01-01T12:00:00Z,Berlin,other,A,5000\n"
                + "2026-01-01T13:00:00Z,Berlin,a1,A,300\n");
    Upload upload = new Upload("big.csv", "v1", true, 100, Instant.parse("2026-01-01T14:00:00Z"));
    files.register(upload, FileKind.UNKNOWN);
    withOriginal.record(List.of(Movements.by(upload, big)));
    assertThat(levelOf(KEY)).contains(BigInteger.valueOf(321));

    withOriginal.record(List.of(Movements.count("b", "2026-01-01T11:00:00Z", 1000)));

    assertThat(levelOf(KEY)).contains(BigInteger.valueOf(1320));
  }

  @Test
  void aCorrectionCountsAsNoChange() {
    ledger.record(List.of(Movements.changes("a", new Fact("2026-01-01T12:00:00Z", 20))));
    resources
        .dynamoDb()
        .putItem(request -> request.tableName(resources.table()).item(correction()));

    ledger.record(List.of(Movements.count("b", "2026-01-01T11:00:00Z", 1000)));

    assertThat(levelOf(KEY)).contains(BigInteger.valueOf(1020));
  }

  /** As a rebuild writes it, later than both. */
  private static Map<String, AttributeValue> correction() {
    return MovementItem.toItem(
        KEY,
        "A",
        "rebuild-1",
        Instant.parse("2026-01-02T00:00:00Z"),
        new MovementItem.Correction(
            Optional.of(BigInteger.valueOf(5)),
            Optional.of(BigInteger.valueOf(20)),
            "the level was wrong"));
  }

  private static Movement movement(String warehouse, String item, String source, long units) {
    return Movements.build(
        new StockKey(warehouse, item),
        Kind.CHANGE,
        source,
        List.of(new Fact("2026-01-01T10:00:00Z", units)));
  }

  private static Original original(String content) {
    return new Original() {
      @Override
      public InputStream open() {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
      }

      @Override
      public String sha256() {
        throw new UnsupportedOperationException("not asked here");
      }

      @Override
      public void close() {
        // Nothing is held.
      }
    };
  }
}
