package inventory.validation.rebuild;

import inventory.model.EventType;
import inventory.model.FileKind;
import inventory.model.Hex;
import inventory.model.StockKey;
import inventory.model.csv.UnreadableFileException;
import inventory.model.inbox.Original;
import inventory.model.inbox.Originals;
import inventory.model.inbox.Upload;
import inventory.model.movement.Movement;
import inventory.model.movement.Origin;
import inventory.model.movement.PartitionedFile;
import inventory.model.movement.StockLevel;
import inventory.validation.rebuild.source.AppliedFile;
import inventory.validation.rebuild.source.FileList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Files, and the table that ingest-service would have written for them. The levels are computed
 * from the facts by the text of requirement I4, not by the code under test.
 */
final class World implements DifferenceReport {

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String TRANSACTIONS =
      "Timestamp,WarehouseName,ItemId,ItemName,StockLevelChange\n";
  private static final String COUNTS = "store,item,count\n";

  /** One row of a file. */
  record Fact(StockKey key, Instant time, long value, boolean isCount) {}

  final InMemoryStockTable table = new InMemoryStockTable();
  final List<Fact> facts = new ArrayList<>();
  final Map<String, byte[]> contents = new LinkedHashMap<>();
  final List<AppliedFile> files = new ArrayList<>();
  final List<String> unverifiable = new ArrayList<>();
  final List<Difference> differences = new ArrayList<>();
  final List<String> unverified = new ArrayList<>();
  final List<StockKey> announced = new ArrayList<>();
  int fetches;
  private int events;

  /** Applies a transaction file. */
  Upload transactions(List<Fact> rows) {
    StringBuilder text = new StringBuilder(TRANSACTIONS);
    for (Fact row : rows) {
      StockKey key = row.key();
      text.append(
          "%s,%s,%s,Name of %s,%d%n"
              .formatted(row.time(), key.warehouse(), key.itemId(), key.itemId(), row.value()));
    }
    facts.addAll(rows);
    return takeIn(FileKind.TRANSACTIONS, NOON, text.toString());
  }

  /** Applies a count file; all facts must have its time. */
  Upload counts(Instant uploadedAt, Collection<Fact> rows) {
    StringBuilder text = new StringBuilder(COUNTS);
    for (Fact row : rows) {
      text.append("%s,%s,%d%n".formatted(row.key().warehouse(), row.key().itemId(), row.value()));
    }
    facts.addAll(rows);
    return takeIn(FileKind.COUNT, uploadedAt, text.toString());
  }

  /** An event of the stream, in the order of the stream; it names its item if it adds it. */
  Movement event(EventType type, StockKey key, Instant time, long units) {
    String sequence = Integer.toString(++events);
    Movement movement =
        Movement.of(
            new Movement.Event("event " + sequence, type),
            key,
            type == EventType.PRODUCT_ADDED ? "Added as " + key.itemId() : "",
            type == EventType.PRODUCT_REMOVED ? Movement.Kind.COUNT : Movement.Kind.CHANGE,
            sequence,
            time,
            BigInteger.valueOf(units));
    table.put(movement);
    return movement;
  }

  /** A fact of a file that is not in the list. */
  void unlisted(Fact fact) {
    facts.add(fact);
    String source = "%08x".formatted(facts.size());
    table.put(
        new Movement(
            fact.key(),
            "Name of " + fact.key().itemId(),
            fact.isCount() ? Movement.Kind.COUNT : Movement.Kind.CHANGE,
            source,
            source,
            fact.time(),
            fact.time(),
            BigInteger.valueOf(fact.value()),
            1,
            0,
            0,
            Optional.empty()));
  }

  private Upload takeIn(FileKind kind, Instant uploadedAt, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Upload upload =
        new Upload("file-%d.csv".formatted(files.size()), "v1", true, bytes.length, uploadedAt);
    contents.put(upload.key(), bytes);
    String sha256 = Hex.sha256(text);
    files.add(new AppliedFile(upload, false, Optional.of(sha256)));
    for (Movement movement : movementsOf(upload, kind)) {
      table.put(movement);
    }
    return upload;
  }

  private List<Movement> movementsOf(Upload upload, FileKind kind) {
    List<Movement> movements = new ArrayList<>();
    try (Original original = original(upload);
        PartitionedFile file =
            new PartitionedFile(upload, original, Long.MAX_VALUE, reject -> {})) {
      Origin origin = Origin.of(upload, false, original, kind);
      file.next().movements(origin).forEach(movements::add);
      return movements;
    } catch (IOException | UnreadableFileException e) {
      throw new AssertionError(e);
    }
  }

  /** Sets every level as the facts give it. */
  void settle() {
    for (StockKey key : keys()) {
      table.levels.put(key, InMemoryStockTable.stored(right(key), 1));
    }
  }

  Set<StockKey> keys() {
    Set<StockKey> keys = new TreeSet<>();
    facts.forEach(fact -> keys.add(fact.key()));
    return keys;
  }

  /** Units by the text of the requirement: the latest count plus every later change. */
  BigInteger units(StockKey key) {
    Optional<Fact> latestCount =
        facts.stream()
            .filter(fact -> fact.key().equals(key) && fact.isCount())
            .max((a, b) -> a.time().compareTo(b.time()));
    long units = latestCount.map(Fact::value).orElse(0L);
    for (Fact fact : facts) {
      boolean counts = latestCount.isEmpty() || fact.time().isAfter(latestCount.get().time());
      if (fact.key().equals(key) && !fact.isCount() && counts) {
        units += fact.value();
      }
    }
    return BigInteger.valueOf(units);
  }

  private StockLevel right(StockKey key) {
    Optional<String> counted = Optional.empty();
    for (Movement movement : table.movements(key)) {
      if (movement.kind() == Movement.Kind.COUNT) {
        counted = Optional.of(movement.position());
      }
    }
    Movement latest = table.movements.get(key).lastEntry().getValue();
    return new StockLevel(units(key), counted, latest.position(), latest.itemName());
  }

  RebuildResult check(long budget) {
    return rebuild(false, budget);
  }

  RebuildResult fix(long budget) {
    return rebuild(true, budget);
  }

  private RebuildResult rebuild(boolean mayMend, long budget) {
    differences.clear();
    unverified.clear();
    fetches = 0;
    Map<String, Upload> uploads = new HashMap<>();
    files.forEach(file -> uploads.put(file.upload().fileId(), file.upload()));
    Originals originals =
        upload -> {
          fetches++;
          if (!contents.containsKey(upload.key())) {
            throw new Originals.OriginalUnavailableException("the file was deleted", null);
          }
          return original(upload);
        };
    FileList list = () -> new FileList.Listing(files, unverifiable);
    return new Rebuild(list, originals, uploads::get, table, announced::addAll, budget)
        .run(mayMend, this);
  }

  private Original original(Upload upload) {
    byte[] bytes = contents.get(upload.key());
    return new Original() {
      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }

      @Override
      public String sha256() {
        return Hex.sha256(new String(bytes, StandardCharsets.UTF_8));
      }

      @Override
      public void close() {
        // Nothing to release.
      }
    };
  }

  @Override
  public void difference(Difference difference) {
    differences.add(difference);
  }

  @Override
  public void counter(String what) {
    throw new IllegalStateException("no counters are compared here");
  }

  @Override
  public void unverified(String what) {
    unverified.add(what);
  }
}
