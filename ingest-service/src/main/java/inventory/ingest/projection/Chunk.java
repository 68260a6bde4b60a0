package inventory.ingest.projection;

import inventory.ingest.projection.Difference.FileTime;
import inventory.ingest.projection.Difference.Naming;
import inventory.model.counter.Amounts;
import inventory.model.counter.Counter;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Consecutive records of a shard, merged.
 *
 * @param first the sequence number of the first record
 * @param last the sequence number of the last record
 * @param records the number of records, 1 or more
 * @param counts whether the checkpoint must be moved: a record adds something, although the sum may
 *     be 0, or is a fence
 * @param amounts what all records together add
 * @param namings for each item the name with the latest position
 * @param files for each warehouse the latest change by a file
 * @param fence the last fence
 */
public record Chunk(
    String first,
    String last,
    int records,
    boolean counts,
    Amounts amounts,
    Map<String, Naming> namings,
    Map<String, Instant> files,
    Optional<String> fence) {

  /** Copies the maps. */
  public Chunk {
    namings = Map.copyOf(namings);
    files = Map.copyOf(files);
  }

  /**
   * Merges as many records from the beginning as change at most so many counters.
   *
   * @param records at least one
   * @param maxCounters at least as many as one record changes
   */
  static Chunk of(List<Difference> records, int maxCounters) {
    Set<Counter> counters = new HashSet<>();
    Amounts amounts = Amounts.NONE;
    Map<String, Naming> namings = new HashMap<>();
    Map<String, Instant> files = new HashMap<>();
    Optional<String> fence = Optional.empty();
    int size = 0;
    for (Difference record : records) {
      Set<Counter> more = new HashSet<>(counters);
      more.addAll(record.amounts().byCounter().keySet());
      if (more.size() > maxCounters) {
        break;
      }
      counters = more;
      amounts = amounts.plus(record.amounts());
      record.naming().ifPresent(naming -> namings.merge(naming.itemId(), naming, Chunk::later));
      record.file().ifPresent(file -> files.merge(file.warehouse(), file.at(), Chunk::later));
      fence = record.fence().isPresent() ? record.fence() : fence;
      size++;
    }
    return new Chunk(
        records.get(0).sequence(),
        records.get(size - 1).sequence(),
        size,
        !counters.isEmpty() || fence.isPresent(),
        amounts,
        namings,
        files,
        fence);
  }

  private static Naming later(Naming one, Naming other) {
    return other.position().compareTo(one.position()) > 0 ? other : one;
  }

  private static Instant later(Instant one, Instant other) {
    return other.isAfter(one) ? other : one;
  }

  /** The changes by files. */
  List<FileTime> fileTimes() {
    return files.entrySet().stream()
        .map(file -> new FileTime(file.getKey(), file.getValue()))
        .toList();
  }
}
