package inventory.alert.domain;

import inventory.alert.notification.Audience;
import inventory.alert.outbox.Delivery;
import inventory.alert.outbox.FreshnessRecords;
import inventory.alert.outbox.Trigger;
import inventory.model.FileKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The freshness of warehouses in memory. */
final class InMemoryFreshnessRecords implements FreshnessRecords {

  private final Map<String, Instant> files = new HashMap<>();
  private final Map<String, FreshnessRecord> records = new HashMap<>();
  private final Map<Audience, List<String>> outbox = new HashMap<>();

  synchronized void file(String fileId, FileKind kind, Instant uploadedAt) {
    if (kind == FileKind.TRANSACTIONS || kind == FileKind.COUNT) {
      files.put(fileId, uploadedAt);
    }
  }

  synchronized List<String> noticed(Audience audience) {
    return List.copyOf(outbox.getOrDefault(audience, List.of()));
  }

  @Override
  public synchronized Optional<Instant> uploadedAt(String fileId) {
    return Optional.ofNullable(files.get(fileId));
  }

  @Override
  public synchronized Optional<FreshnessRecord> find(String warehouse) {
    return Optional.ofNullable(records.get(warehouse));
  }

  @Override
  public synchronized boolean save(FreshnessRecord record) {
    long stored = find(record.warehouse()).map(FreshnessRecord::revision).orElse(0L);
    if (stored != record.revision()) {
      return false;
    }
    put(record, record.noticedAt());
    return true;
  }

  private void put(FreshnessRecord record, Optional<Instant> noticedAt) {
    records.put(
        record.warehouse(),
        new FreshnessRecord(
            record.warehouse(), record.freshness(), noticedAt, record.revision() + 1));
  }

  @Override
  public synchronized List<String> silent(Instant now, int max) {
    return records.values().stream()
        .filter(record -> record.noticedAt().isEmpty())
        .filter(record -> record.freshness().silentAt().filter(at -> !at.isAfter(now)).isPresent())
        .sorted(Comparator.comparing(record -> record.freshness().silentAt().orElseThrow()))
        .limit(max)
        .map(FreshnessRecord::warehouse)
        .toList();
  }

  @Override
  public synchronized void notifyOnce(
      FreshnessRecord silent, Collection<Delivery> deliveries, Trigger trigger) {
    if (records.get(silent.warehouse()).revision() == silent.revision()) {
      put(silent, Optional.of(trigger.at()));
      deliveries.forEach(
          to ->
              outbox
                  .computeIfAbsent(to.audience(), any -> new ArrayList<>())
                  .add(silent.warehouse()));
    }
  }
}
