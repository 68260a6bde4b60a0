package inventory.threshold.domain;

import inventory.model.Hex;
import inventory.model.StockKey;
import inventory.model.ThresholdVersion;
import inventory.model.changes.ItemChangePublisher;
import inventory.model.inbox.FileEvents;
import inventory.model.inbox.FileLifecycle;
import inventory.model.inbox.Original;
import inventory.model.inbox.Originals;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.RejectsStore;
import inventory.model.inbox.Upload;
import inventory.testkit.Fuse;
import inventory.testkit.InMemoryFileLifecycle;
import inventory.threshold.file.Threshold;
import inventory.threshold.file.Threshold.Target;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * All that the use case needs, in memory, with a fuse: the process can be made to die at any of the
 * calls that leave it, before or after the call had its effect.
 */
final class World implements Originals, Thresholds, RejectsStore, ItemChangePublisher, FileEvents {

  private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

  final InMemoryThresholds thresholds = new InMemoryThresholds();
  final InMemoryFileLifecycle files = new InMemoryFileLifecycle();
  final Fuse fuse = new Fuse();
  final Map<String, String> rejects = new HashMap<>();

  /** What each announcement named: items, or items in a warehouse as "warehouse/item". */
  final List<List<String>> announced = new ArrayList<>();

  final List<String> published = new ArrayList<>();
  private final Map<String, byte[]> objects = new HashMap<>();
  private int versions;

  /** Drops a file on the 21st of November 2026, each a second later than the one before. */
  Upload upload(String key, String content) {
    versions++;
    Upload upload =
        new Upload(key, "v" + versions, true, content.length(), START.plusSeconds(versions));
    objects.put(upload.fileId(), content.getBytes(StandardCharsets.UTF_8));
    return upload;
  }

  void delete(Upload upload) {
    objects.remove(upload.fileId());
  }

  Outcome take(Upload upload) {
    new ThresholdImport(
            fuse.around(FileLifecycle.class, files), this, this, this, this, this, Runnable::run)
        .process(upload);
    return files.outcome(upload.fileId());
  }

  OptionalLong threshold(String itemId) {
    return thresholds.of(new Target(itemId, Optional.empty()));
  }

  OptionalLong threshold(String itemId, String warehouse) {
    return thresholds.of(new Target(itemId, Optional.of(warehouse)));
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

  /** One by one: a crash may come after any of them. */
  @Override
  public Set<Target> set(List<Threshold> newOnes, ThresholdVersion setAt) {
    Set<Target> older = new HashSet<>();
    for (Threshold threshold : newOnes) {
      fuse.burn();
      older.addAll(thresholds.set(List.of(threshold), setAt));
      fuse.burn();
    }
    return older;
  }

  @Override
  public String put(Upload upload, Path file) {
    fuse.burn();
    try {
      rejects.put("rejected/" + upload.key(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    fuse.burn();
    return "rejected/" + upload.key();
  }

  @Override
  public void publishFinished(Upload upload) {
    fuse.burn();
    published.add(upload.fileId());
    fuse.burn();
  }

  @Override
  public Announcement begin(String batch, String cause) {
    List<String> items = new ArrayList<>();
    return new Announcement() {
      @Override
      public void add(StockKey key) {
        items.add(key.warehouse() + "/" + key.itemId());
      }

      @Override
      public void addEverywhere(String itemId) {
        items.add(itemId);
      }

      @Override
      public void publish() {
        fuse.burn();
        if (!items.isEmpty()) {
          announced.add(items);
        }
        fuse.burn();
      }

      @Override
      public void close() {
        // Nothing is held.
      }
    };
  }
}
