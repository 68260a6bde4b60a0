package inventory.pipe.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shards in memory. */
final class FakeSource implements EventSource {

  private final Map<String, Shard> shards = new LinkedHashMap<>();
  private final Map<String, List<ShardRecord>> records = new LinkedHashMap<>();
  private final List<String> opened = new ArrayList<>();
  private int failures;

  synchronized void add(Shard shard, ShardRecord... content) {
    shards.put(shard.id(), shard);
    records.put(shard.id(), new ArrayList<>(List.of(content)));
  }

  /** The next so many reads fail. */
  synchronized void fail(int reads) {
    failures = reads;
  }

  /** The shards that were begun, each with the place. */
  synchronized List<String> opened() {
    return List.copyOf(opened);
  }

  @Override
  public StreamId id() {
    return Records.STREAM;
  }

  @Override
  public synchronized List<Shard> shards() {
    return List.copyOf(shards.values());
  }

  @Override
  public synchronized ShardReader open(String shardId, Optional<String> after) {
    int from = after.map(number -> indexOf(shardId, number) + 1).orElse(0);
    opened.add(shardId + "@" + after.orElse("oldest"));
    return new Reader(shardId, from);
  }

  private int indexOf(String shardId, String number) {
    List<String> numbers = records.get(shardId).stream().map(ShardRecord::sequenceNumber).toList();
    if (!numbers.contains(number)) {
      throw new PositionLostException("no " + number, new IllegalStateException());
    }
    return numbers.indexOf(number);
  }

  /** Two records at a time. */
  private final class Reader implements ShardReader {

    private final String shardId;
    private int next;

    Reader(String shardId, int next) {
      this.shardId = shardId;
      this.next = next;
    }

    @Override
    public Read next() {
      synchronized (FakeSource.this) {
        if (failures > 0) {
          failures--;
          throw new UnavailableException("throttled", new IllegalStateException());
        }
        List<ShardRecord> all = records.get(shardId);
        int end = Math.min(all.size(), next + 2);
        List<ShardRecord> read = List.copyOf(all.subList(next, end));
        next = end;
        boolean upToDate = next == all.size();
        return new Read(read, upToDate, upToDate && shards.get(shardId).closed());
      }
    }
  }
}
