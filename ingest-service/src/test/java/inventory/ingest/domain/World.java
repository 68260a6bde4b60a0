package inventory.ingest.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import inventory.model.FileStatus;
import inventory.model.Hex;
import inventory.model.StockKey;
import inventory.model.changes.ItemChangePublisher;
import inventory.model.inbox.FileEvents;
import inventory.model.inbox.Original;
import inventory.model.inbox.Originals;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.Registration;
import inventory.model.inbox.RejectsStore;
import inventory.model.inbox.Upload;
import inventory.model.movement.Movement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
final class World
    implements FileRegister, Originals, RejectsStore, ItemChangePublisher, FileEvents {

  private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

  final InMemoryLedger ledger = new InMemoryLedger();
  final Map<String, FileStatus> statuses = new HashMap<>();
  final Map<String, Outcome> outcomes = new HashMap<>();
  final Map<String, String> rejects = new HashMap<>();
  final List<List<StockKey>> announced = new ArrayList<>();
  final Set<String> published = new HashSet<>();
  final Set<String> arrived = new LinkedHashSet<>();
  private final Map<String, Upload> uploads = new HashMap<>();
  private final Map<String, byte[]> objects = new HashMap<>();
  private final Map<String, Upload> contents = new HashMap<>();
  private final Map<String, String> keys = new HashMap<>();
  private final long budget;
  private int versions;
  private int fuse = Integer.MAX_VALUE;

  World(long budget) {
    this.budget = budget;
  }

  World() {
    this(1_000_000);
  }

  /** The death of the process, as the use case sees it. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  FileIngestion ingestion() {
    StockLedger fused =
        movements -> {
          // Movement by movement: a crash may come after any of the transactions.
          for (Movement movement : movements) {
            burn();
            ledger.record(List.of(movement));
            burn();
          }
          return List.of();
        };
    return new FileIngestion(this, this, fused, this, this, this::arrived, this, budget);
  }

  /** Lets the process die at the n-th moment from now. */
  void crashAt(int moment) {
    fuse = moment;
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
    return outcomes.get(upload.fileId());
  }

  Outcome release(Upload upload, FileStatus from) {
    ingestion().release(upload.fileId(), from, START);
    return outcomes.get(upload.fileId());
  }

  Optional<BigInteger> level(String warehouse, String itemId) {
    return ledger.stock(new StockKey(warehouse, itemId)).map(Stock::units);
  }

  private void burn() {
    fuse--;
    if (fuse == 0) {
      throw new Crash();
    }
  }

  @Override
  public Registration register(Upload upload) {
    burn();
    statuses.putIfAbsent(upload.fileId(), FileStatus.RECEIVED);
    uploads.putIfAbsent(upload.fileId(), upload);
    burn();
    return registration(upload.fileId());
  }

  @Override
  public Registration release(String fileId, FileStatus from, Instant at) {
    burn();
    if (statuses.get(fileId) == from) {
      statuses.put(fileId, FileStatus.RECEIVED);
      uploads.compute(fileId, (id, upload) -> released(upload, from));
    }
    burn();
    return registration(fileId);
  }

  private static Upload released(Upload upload, FileStatus from) {
    return new Upload(
        upload.key(),
        upload.version(),
        upload.versioned(),
        upload.size(),
        upload.uploadedAt(),
        Optional.of(from));
  }

  private Registration registration(String fileId) {
    return new Registration(uploads.get(fileId), statuses.get(fileId));
  }

  @Override
  public Claim claim(Upload upload, String sha256, int rules) {
    burn();
    Upload owner = contents.getOrDefault(sha256, upload);
    boolean isReleased = upload.releasedFrom().isPresent();
    if (upload.releasedFrom().equals(Optional.of(FileStatus.DUPLICATE))) {
      statuses.put(upload.fileId(), FileStatus.PROCESSING);
      return Claim.GRANTED;
    }
    if (!owner.fileId().equals(upload.fileId())) {
      return new Claim(
          FileStatus.DUPLICATE, "the same content was uploaded before, as " + owner.key());
    }
    if (!isReleased && !keys.getOrDefault(upload.key(), sha256).equals(sha256)) {
      return new Claim(FileStatus.HELD, "other content was applied under this key");
    }
    contents.put(sha256, upload);
    keys.putIfAbsent(upload.key(), sha256);
    statuses.put(upload.fileId(), FileStatus.PROCESSING);
    burn();
    return Claim.GRANTED;
  }

  @Override
  public Claim start(Upload upload, int rules) {
    burn();
    statuses.put(upload.fileId(), FileStatus.PROCESSING);
    return Claim.GRANTED;
  }

  @Override
  public void finish(Upload upload, Outcome outcome) {
    burn();
    statuses.put(upload.fileId(), outcome.status());
    outcomes.put(upload.fileId(), outcome);
    burn();
  }

  @Override
  public void raiseRejected(Upload upload, long rejected) {
    throw new AssertionError("a file's rejects are all known when it is finished");
  }

  @Override
  public Original fetch(Upload upload) throws OriginalUnavailableException {
    burn();
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
    burn();
    try {
      rejects.put("rejected/" + upload.key(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "rejected/" + upload.key();
  }

  @Override
  public void publishFinished(Upload upload) {
    burn();
    published.add(upload.fileId());
    burn();
  }

  private void arrived(Upload upload) {
    burn();
    // As the queue tells them apart.
    arrived.add(upload.fileId() + upload.releasedFrom().map(from -> " from " + from).orElse(""));
    burn();
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
        burn();
        announced.add(items);
        burn();
      }

      @Override
      public void close() {
        // Nothing is held.
      }
    };
  }
}
