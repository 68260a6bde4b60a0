package inventory.ingest.domain;

import inventory.ingest.domain.LevelStore.Applied;
import inventory.ingest.domain.LevelStore.Claim;
import inventory.ingest.domain.LevelStore.Refused;
import inventory.ingest.domain.LevelStore.Written;
import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.movement.History;
import inventory.model.movement.Movement;
import inventory.model.movement.Movement.Kind;
import inventory.model.movement.MovementBuilder;
import inventory.model.movement.RowsAfter;
import inventory.model.movement.StockLevel;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The ledger: it changes the level first, and stores the movement afterwards. One conditional write
 * changes a level and leaves the movement in it as a mark, so a level and the movements that it
 * consists of never disagree. A mark is removed with a later write of the level, once its movement
 * is stored.
 *
 * <p>A movement is applied once, because the latest position of a level is never below that of an
 * applied movement: the first write is conditional on being later than that. Only a movement that
 * comes late has to ask whether it was applied. It was not if the level has no mark of it and its
 * movement is not stored; and the write that follows is conditional on the level as it was then.
 * The decision record {@code docs/decisions} on the level-first protocol has the whole proof.
 *
 * <p>A pair costs two writes; a movement that comes late one more, a read, and for a count the
 * movements since. No two pairs depend on each other.
 *
 * <p>Late movements that need rows which were not kept wait until all others are written. The rows
 * of all of them are then read in one pass over each original.
 */
public final class LevelFirstLedger implements StockLedger {

  /** The limit of one call that stores movements. */
  public static final int MAX_STORED_AT_ONCE = 25;

  /**
   * So many movements wait until the levels before them are written: people see a small file's
   * levels sooner. A movement may have {@value MovementBuilder#MAX_ROWS_BYTES} bytes.
   */
  private static final int MAX_WAITING = 8 * MAX_STORED_AT_ONCE;

  /** More marks than the writes of two processes usually leave behind. */
  private static final int MAX_MARKS = 3;

  private static final int MAX_KNOWN_WAREHOUSES = 20_000;

  private final LevelStore store;
  private final PartialSums storedSums;
  private final Executor writers;
  private final int parallelism;
  private final Retries retries;
  private final DurableMarks durableMarks = new DurableMarks();
  private final Set<String> knownWarehouses =
      Collections.newSetFromMap(
          Collections.synchronizedMap(new BoundedMap<>(MAX_KNOWN_WAREHOUSES)));

  /**
   * Wires the ledger.
   *
   * @param storedSums reads the rows of movements that were recorded before
   * @param writers runs the calls of the store; shared by all files
   * @param parallelism how many calls of one file may be under way, 1 or more
   */
  public LevelFirstLedger(
      LevelStore store,
      PartialSums storedSums,
      Executor writers,
      int parallelism,
      Retries retries) {
    this.store = store;
    this.storedSums = storedSums;
    this.writers = writers;
    this.parallelism = parallelism;
    this.retries = retries;
  }

  @Override
  public List<Movement> record(Iterable<Movement> movements, PartialSums ownSums) {
    Recording recording = new Recording(ownSums);
    for (Movement movement : movements) {
      recording.add(movement);
    }
    return recording.finish();
  }

  /** What became of a movement. */
  private sealed interface Result {}

  /** Its level has it; it must be stored. */
  private record ToStore(Movement movement) implements Result {}

  /** It is stored. */
  private record Stored() implements Result {}

  /** It must wait for the sums of rows that were not kept. */
  private record Waiting(Movement movement, KnownLevel known, Set<RowsAfter> parts)
      implements Result {}

  /** Another event has its id. */
  private record ClaimedByAnother(Movement movement) implements Result {}

  /** Movements under way: levels by one task each, then the movements of many in one call. */
  private final class Recording {

    private final PartialSums ownSums;
    private final Retries.Work work = retries.begin();
    private final Deque<Future<Result>> levels = new ArrayDeque<>();
    private final Deque<Future<Void>> others = new ArrayDeque<>();
    private final List<Movement> refused = new ArrayList<>();
    private final Map<RowsAfter, BigInteger> sums = new ConcurrentHashMap<>();
    private List<Waiting> waiting = new ArrayList<>();
    private List<Movement> toStore = new ArrayList<>();

    Recording(PartialSums ownSums) {
      this.ownSums = ownSums;
    }

    void add(Movement movement) {
      String warehouse = movement.key().warehouse();
      if (knownWarehouses.add(warehouse)) {
        submit(() -> recordWarehouse(warehouse));
      }
      apply(() -> applyOnce(movement));
    }

    private void apply(Supplier<Result> task) {
      if (levels.size() == parallelism) {
        settle(await(levels.remove()));
      }
      levels.add(
          CompletableFuture.supplyAsync(
              () -> {
                Result result = task.get();
                work.progress();
                return result;
              },
              writers));
    }

    List<Movement> finish() {
      settleAll();
      while (!waiting.isEmpty()) {
        List<Waiting> ready = waiting;
        waiting = new ArrayList<>();
        readSums(ready);
        ready.forEach(each -> apply(() -> applyLate(each.movement(), each.known())));
        settleAll();
      }
      storeCollected();
      others.forEach(LevelFirstLedger::await);
      return refused;
    }

    private void settleAll() {
      while (!levels.isEmpty()) {
        settle(await(levels.remove()));
      }
    }

    /** A count needs rows of files that were recorded before, a change those of its own file. */
    private void readSums(List<Waiting> ready) {
      Map<Boolean, Set<RowsAfter>> parts =
          ready.stream()
              .collect(
                  Collectors.partitioningBy(
                      each -> each.movement().kind() == Kind.COUNT,
                      Collectors.flatMapping(each -> each.parts().stream(), Collectors.toSet())));
      parts.forEach(
          (isStored, wanted) -> {
            if (!wanted.isEmpty()) {
              sums.putAll((isStored ? storedSums : ownSums).sums(wanted));
            }
          });
      work.progress();
    }

    private void settle(Result result) {
      if (result instanceof ToStore applied) {
        toStore.add(applied.movement());
        if (toStore.size() == MAX_WAITING) {
          storeCollected();
        }
      } else if (result instanceof ClaimedByAnother other) {
        refused.add(other.movement());
      } else if (result instanceof Waiting late) {
        waiting.add(late);
      }
    }

    private void storeCollected() {
      List<Movement> collected = toStore;
      toStore = new ArrayList<>();
      for (int i = 0; i < collected.size(); i += MAX_STORED_AT_ONCE) {
        int end = Math.min(collected.size(), i + MAX_STORED_AT_ONCE);
        List<Movement> some = collected.subList(i, end);
        submit(() -> store(some));
      }
    }

    private void submit(Runnable task) {
      if (others.size() == parallelism) {
        await(others.remove());
      }
      others.add(CompletableFuture.runAsync(task, writers));
    }

    private void recordWarehouse(String warehouse) {
      try {
        run(() -> store.recordWarehouse(warehouse));
      } catch (RuntimeException e) {
        knownWarehouses.remove(warehouse);
        throw e;
      }
    }

    /** Needs no condition: every process stores a movement with the same attributes. */
    private void store(List<Movement> movements) {
      List<Movement> rest = movements;
      for (int failures = 1; !rest.isEmpty(); failures++) {
        List<Movement> ahead = rest;
        rest = work.call(() -> store.store(ahead));
        if (rest.size() < ahead.size()) {
          work.progress();
        }
        if (!rest.isEmpty()) {
          work.await(failures, new IllegalStateException("the store is busy: " + rest.get(0)));
        }
      }
      movements.forEach(movement -> durableMarks.add(movement.key(), movement.source()));
    }

    private Result applyOnce(Movement movement) {
      return movement.event().isPresent() ? applyEvent(movement) : applyToLevel(movement);
    }

    private Result applyEvent(Movement movement) {
      Claim own = new Claim(movement.position(), movement.statement());
      Optional<Claim> other =
          work.call(() -> store.claim(movement.key(), movement.event().get(), own));
      if (other.isEmpty() || other.get().equals(own)) {
        return applyToLevel(movement);
      }
      // The same event, published again: a crash may have come between its claim and its effect.
      return other.get().statement().equals(own.statement())
          ? applyToLevel(movement.from(Position.source(other.get().position())))
          : new ClaimedByAnother(movement);
    }

    private Result applyToLevel(Movement stated) {
      Movement movement = stated.recorded(Optional.of(work.now()));
      return applyLatest(movement)
          .map(known -> applyLate(movement, known))
          .orElseGet(() -> new ToStore(movement));
    }

    private Result applyLate(Movement movement, KnownLevel level) {
      Optional<KnownLevel> seen = Optional.of(level);
      while (seen.isPresent()) {
        KnownLevel known = seen.get();
        Optional<Result> before = appliedBefore(movement, known);
        if (before.isPresent()) {
          return before.get();
        }
        Set<RowsAfter> missing = new HashSet<>();
        StockLevel to = after(movement, known, missing);
        if (!missing.isEmpty()) {
          return new Waiting(movement, known, missing);
        }
        Set<String> durable = durable(movement.key(), known);
        Written written = work.call(() -> store.applyLate(movement, known, to, durable));
        if (written instanceof Refused refusal) {
          // A level that was removed meanwhile begins again with this movement.
          // No wait is needed: another writer made progress, and the answer has its level.
          work.requireProgress(outrun(movement.key()));
          seen = refusal.level().or(() -> applyLatest(movement));
        } else {
          return new ToStore(movement);
        }
      }
      return new ToStore(movement);
    }

    /** Empty if the movement was applied; else the level as it is. */
    private Optional<KnownLevel> applyLatest(Movement movement) {
      StockKey key = movement.key();
      while (true) {
        Optional<String> before = durableMarks.of(key);
        Set<String> durable = before.map(Set::of).orElse(Set.of());
        Written written = work.call(() -> store.applyLatest(movement, durable));
        if (written instanceof Applied applied) {
          before.ifPresent(source -> durableMarks.remove(key, source));
          removeOldMarks(movement, applied.level());
          return Optional.empty();
        }
        Optional<KnownLevel> level = ((Refused) written).level();
        if (level.isPresent()) {
          return level;
        }
      }
    }

    private Optional<Result> appliedBefore(Movement movement, KnownLevel known) {
      Optional<Movement> mark = known.mark(movement.source());
      if (mark.isPresent()) {
        requireSame(mark.get(), movement);
        // Recorded before; every process stores the same time.
        return Optional.of(new ToStore(movement.recorded(mark.get().recordedAt())));
      }
      Optional<Movement> stored =
          work.call(() -> store.movement(movement.key(), movement.position()));
      stored.ifPresent(there -> requireSame(there, movement));
      return stored.map(there -> new Stored());
    }

    /**
     * The level with a late movement, by its marks and its history.
     *
     * @param missing receives the parts whose sums must be read first; the level is wrong then
     */
    private StockLevel after(Movement movement, KnownLevel known, Set<RowsAfter> missing) {
      return movement.kind() == Kind.COUNT
          ? known
              .level()
              .counted(movement, counted -> changesSince(movement, counted, known, missing))
          : known.level().changed(movement, counted -> changeAfter(movement, counted, missing));
    }

    private BigInteger changeAfter(Movement movement, String counted, Set<RowsAfter> missing) {
      return movement
          .changeAfter(counted)
          .orElseGet(
              () -> {
                RowsAfter part = RowsAfter.of(movement, counted);
                if (!sums.containsKey(part)) {
                  missing.add(part);
                }
                return sums.getOrDefault(part, BigInteger.ZERO);
              });
    }

    /** The history is read after the level: every later movement also changes the level. */
    private BigInteger changesSince(
        Movement count, String counted, KnownLevel known, Set<RowsAfter> missing) {
      String time = Position.time(Position.instant(counted));
      List<Movement> marks =
          known.marks().stream().filter(mark -> mark.position().compareTo(time) > 0).toList();
      Iterator<Movement> all =
          History.unite(
              new StoredMovements(count.key(), time),
              marks,
              Comparator.comparing(Movement::position));
      BigInteger sum = BigInteger.ZERO;
      while (all.hasNext()) {
        Movement movement = all.next();
        if (movement.kind() == Kind.CHANGE) {
          sum = sum.add(changeAfter(movement, counted, missing));
        }
      }
      return sum;
    }

    /** Removes the marks that others left, if there are too many: the level would grow. */
    private void removeOldMarks(Movement movement, KnownLevel level) {
      Collection<Movement> others =
          level.marks().stream().filter(mark -> !mark.source().equals(movement.source())).toList();
      if (others.size() >= MAX_MARKS) {
        Set<String> durable = makeDurable(others);
        if (!durable.isEmpty()) {
          run(() -> store.removeMarks(movement.key(), durable));
        }
      }
    }

    private Set<String> durable(StockKey key, KnownLevel known) {
      return known.marks().size() > MAX_MARKS
          ? makeDurable(known.marks())
          : durableMarks.of(key).map(Set::of).orElse(Set.of());
    }

    /** Those that lack their rows are left to their own process, or to the next delivery. */
    private Set<String> makeDurable(Collection<Movement> marks) {
      Set<String> durable = new HashSet<>();
      for (Movement mark : marks) {
        boolean isStored = work.call(() -> store.movement(mark.key(), mark.position())).isPresent();
        if (!isStored && !mark.lacksRows()) {
          store(List.of(mark));
        }
        if (isStored || !mark.lacksRows()) {
          durable.add(mark.source());
        }
      }
      return durable;
    }

    private void run(Runnable call) {
      work.call(
          () -> {
            call.run();
            return true;
          });
    }

    /** Reads page by page. */
    private final class StoredMovements implements Iterator<Movement> {

      private final StockKey key;
      private String position;
      private Iterator<Movement> page = Collections.emptyIterator();
      private boolean isAtEnd;

      StoredMovements(StockKey key, String position) {
        this.key = key;
        this.position = position;
      }

      @Override
      public boolean hasNext() {
        if (!page.hasNext() && !isAtEnd) {
          List<Movement> next = work.call(() -> store.movementsAfter(key, position));
          isAtEnd = next.isEmpty();
          page = next.iterator();
        }
        return page.hasNext();
      }

      @Override
      public Movement next() {
        Movement next = page.next();
        position = next.position();
        return next;
      }
    }
  }

  private static IllegalStateException outrun(StockKey key) {
    return new IllegalStateException(
        "the level of %s changed before every attempt to change it".formatted(key));
  }

  /** A position is unique, unless a stream was replaced by another with the same numbers. */
  private static void requireSame(Movement there, Movement movement) {
    if (!there.event().equals(movement.event())) {
      throw new IllegalStateException(
          "two events of %s have the position %s in the stream"
              .formatted(movement.key(), movement.position()));
    }
  }

  private static <T> T await(Future<T> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("movements could not be written", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while movements were written", e);
    }
  }
}
