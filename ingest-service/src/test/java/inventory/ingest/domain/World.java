package inventory.ingest.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import inventory.model.AlertRecord.Decision;
import inventory.model.FileStatus;
import inventory.model.Hex;
import inventory.model.StockKey;
import inventory.model.changes.ItemChangePublisher;
import inventory.model.inbox.FileEvents;
import inventory.model.inbox.FileLifecycle;
import inventory.model.inbox.FileState;
import inventory.model.inbox.Original;
import inventory.model.inbox.Originals;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.RejectsStore;
import inventory.model.inbox.Upload;
import inventory.model.movement.Movement;
import inventory.testkit.Fuse;
import inventory.testkit.InMemoryFileLifecycle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that the use case needs, in memory, with a fuse: the process can be made to die at any of the
 * calls that leave it, before or after the call had its effect.
 */
final class World implements Originals, RejectsStore, ItemChangePublisher, FileEvents {

  private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

  final InMemoryLedger ledger = new InMemoryLedger();
  final InMemoryFileLifecycle files = new InMemoryFileLifecycle();
  final Fuse fuse = new Fuse();
  final Map<String, String> rejects = new HashMap<>();
  final List<List<StockKey>> announced = new ArrayList<>();
  final Set<String> published = new HashSet<>();
  final Set<String> arrived = new LinkedHashSet<>();
  private final Map<String, byte[]> objects = new HashMap<>();
  private final long budget;
  private int versions;
  private int movementsUntilFailure = Integer.MAX_VALUE;
  private FileLifecycle store = fuse.around(FileLifecycle.class, files);

  World(long budget) {
    this.budget = budget;
  }

  World() {
    this(1_000_000);
  }

  FileIngestion ingestion() {
    StockLedger fused =
        (movements, ownSums) -> {
          // Movement by movement: a crash may come after any of them.
          for (Movement movement : movements) {
            fuse.burn();
            if (movementsUntilFailure-- == 0) {
              throw new IllegalStateException("the store is busy");
            }
            ledger.record(List.of(movement));
            fuse.burn();
          }
          return List.of();
        };
    return new FileIngestion(
        store, this, fused, this, this, this::arrived, this, Runnable::run, budget);
  }

  /** What happens just before a call of the lifecycle with this name, once. */
  void before(String call, Runnable meanwhile) {
    FileLifecycle undisturbed = store;
    store =
        (FileLifecycle)
            Proxy.newProxyInstance(
                FileLifecycle.class.getClassLoader(),
                new Class<?>[] {FileLifecycle.class},
                (self, method, arguments) -> {
                  if (method.getName().equals(call) && store != undisturbed) {
                    store = undisturbed;
                    meanwhile.run();
                  }
                  return method.invoke(undisturbed, arguments);
                });
  }

  /** Lets the ledger fail once, after it has recorded some movements. */
  void failAfterMovements(int movements) {
    movementsUntilFailure = movements;
  }

  Upload upload(String key, String content) {
    versions++;
    Upload upload =
        new Upload(key, "v" + versions, true, content.length(), START.plusSeconds(versions));
    objects.put(upload.fileId(), content.getBytes(UTF_8));
    return upload;
  }

  void delete(Upload upload) {
    objects.remove(upload.fileId());
  }

  Outcome ingest(Upload upload) {
    ingestion().ingest(upload);
    return files.outcome(upload.fileId());
  }

  Outcome release(Upload upload, FileStatus from) {
    ingestion().release(upload.fileId(), from, new Decision(START, "ada", ""));
    return files.outcome(upload.fileId());
  }

  FileStatus status(Upload upload) {
    return files.find(upload.fileId()).status();
  }

  Optional<BigInteger> level(String warehouse, String itemId) {
    return ledger.stock(new StockKey(warehouse, itemId)).map(Stock::units);
  }

  @Override
  public Original fetch(Upload upload) throws OriginalUnavailableException {
    fuse.burn();
    byte[] content = objects.get(upload.fileId());
    if (content == null) {
      throw new OriginalUnavailableException("the file was deleted before it could be read", null);
    }
    return new Original() {
      @Override
      public InputStream open() {
        return new ByteArrayInputStream(content);
      }

      @Override
      public String sha256() {
        return HexFormat.of().formatHex(Hex.sha256().digest(content));
      }

      @Override
      public void close() {
        // Nothing is held.
      }
    };
  }

  @Override
  public String put(Upload upload, Path file) {
    fuse.burn();
    try {
      rejects.put("rejected/" + upload.key(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "rejected/" + upload.key();
  }

  @Override
  public void publishFinished(Upload upload) {
    fuse.burn();
    published.add(upload.fileId());
    fuse.burn();
  }

  private void arrived(FileState file) {
    fuse.burn();
    // As the queue distinguishes them.
    arrived.add(file.fileId() + "-" + file.generation());
    fuse.burn();
  }

  @Override
  public Announcement begin(String batch, String cause) {
    List<StockKey> items = new ArrayList<>();
    return new Announcement() {
      @Override
      public void add(StockKey key) {
        items.add(key);
      }

      @Override
      public void addEverywhere(String itemId) {
        throw new AssertionError("a file names its warehouses");
      }

      @Override
      public void publish() {
        fuse.burn();
        announced.add(items);
        fuse.burn();
      }

      @Override
      public void close() {
        // Nothing is held.
      }
    };
  }
}
