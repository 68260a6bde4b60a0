package inventory.validation.run;

import inventory.model.StockKey;
import inventory.model.inbox.Parallel;
import inventory.validation.domain.Check;
import inventory.validation.domain.Finding;
import inventory.validation.domain.LevelFacts;
import inventory.validation.domain.RunFacts;
import inventory.validation.domain.StoredLevel;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks over all levels, warehouse by warehouse and page by page. Those that changed since they
 * were proved are audited, and one thirtieth of all in full: in thirty nights each level is. Memory
 * is bounded by the page.
 */
final class LevelWalk {

  private static final Logger LOG = LoggerFactory.getLogger(LevelWalk.class);

  /** In how many nights every level is proved in full. */
  static final int NIGHTS = 30;

  /** How many levels are audited before their findings are reported, in order. */
  private static final int AT_ONCE = 64;

  // 2^32 divided by the golden ratio: spreads hashes that differ only in their low bits.
  private static final int SPREAD = 0x9E3779B9;

  private final List<Check> checks;
  private final Ports ports;

  LevelWalk(List<Check> checks, Ports ports) {
    this.checks = checks;
    this.ports = ports;
  }

  /** Whether a level is proved in full in the night of an instant. */
  static boolean isFull(StockKey key, Instant night) {
    long day = night.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
    int hash = (31 * key.warehouse().hashCode() + key.itemId().hashCode()) * SPREAD;
    return Math.floorMod(hash >>> 8, NIGHTS) == Math.floorMod(day, NIGHTS);
  }

  /** Starts at the run's checkpoint. */
  void run(Run run, Optional<Instant> lastRun, Checkpoints checkpoints) {
    checkpoints.save(run.checkpoint().atLevels());
    List<String> names = ports.warehouses().names();
    int first = Math.max(0, names.indexOf(run.checkpoint().warehouse()));
    for (String warehouse : names.subList(first, names.size())) {
      boolean isResumed = warehouse.equals(run.checkpoint().warehouse());
      String after = isResumed ? run.checkpoint().itemId() : "";
      for (List<StoredLevel> page : ports.levels().pages(warehouse, after)) {
        for (int from = 0; from < page.size(); ) {
          // Where processes ended, one level after the other: the one at which they do is found.
          int atOnce = run.checkpoint().levelStarts() > 1 ? 1 : AT_ONCE;
          int to = Math.min(page.size(), from + atOnce);
          check(page.subList(from, to), run, checkpoints);
          from = to;
        }
      }
      checkpoints.endGroup("", warehouse);
    }
    run.endGroup();
    RunFacts facts = new RunFacts(run.startedAt(), lastRun, ports.warehouses().all());
    checks.forEach(check -> check.run(facts, checkpoints));
    checkpoints.save(run.checkpoint().atEnd());
  }

  private record Audit(StoredLevel level, CompletableFuture<Optional<LevelFacts>> facts) {}

  private void check(List<StoredLevel> some, Run run, Checkpoints checkpoints) {
    int starts = run.checkpoint().levelStarts();
    List<Audit> audits = new ArrayList<>();
    for (StoredLevel level : some) {
      boolean isFull = isFull(level.key(), run.startedAt());
      if (isFull || !level.isProved()) {
        audits.add(new Audit(level, begin(level, isFull, starts)));
      }
    }
    List<LevelFacts> audited = new ArrayList<>();
    audits.forEach(one -> report(one, audited, checkpoints));
    checks.forEach(check -> check.levels(some, checkpoints));
    run.levelsChecked(some.size());
    boolean isDue = checkpoints.isDue(some.size());
    boolean isCareful = starts > 1 && !audits.isEmpty();
    if (isDue || isCareful || checkpoints.hasFindings()) {
      checkpoints.save(run.checkpoint().afterLevel(some.get(some.size() - 1).key()));
    }
    conclude(audited);
    checkpoints.stopIfAsked();
  }

  private CompletableFuture<Optional<LevelFacts>> begin(
      StoredLevel level, boolean isFull, int starts) {
    return starts > FilesPhase.MAX_STARTS
        ? CompletableFuture.failedFuture(
            new IllegalStateException(
                FilesPhase.MAX_STARTS + " processes ended while they checked it"))
        : CompletableFuture.supplyAsync(() -> ports.audit().audit(level, isFull), ports.executor());
  }

  private void conclude(List<LevelFacts> audited) {
    audited.stream()
        .map(
            facts ->
                CompletableFuture.runAsync(() -> ports.audit().conclude(facts), ports.executor()))
        .toList()
        .forEach(Parallel::join);
  }

  /** A failure on one level, such as a deleted original, does not stop the check of others. */
  private void report(Audit one, List<LevelFacts> audited, Checkpoints checkpoints) {
    try {
      Optional<LevelFacts> facts = one.facts().join();
      facts.ifPresent(found -> report(found, checkpoints));
      facts.ifPresent(audited::add);
    } catch (CompletionException e) {
      if (!(e.getCause() instanceof RuntimeException failure)) {
        throw e;
      }
      if (ports.isOutage().test(failure)) {
        throw failure;
      }
      LOG.error("{} could not be checked", one.level().key(), failure);
      checkpoints.add(unchecked(one.level(), "it could not be checked: " + failure.getMessage()));
    }
  }

  private void report(LevelFacts facts, Checkpoints checkpoints) {
    if (facts.isBusy()) {
      checkpoints.add(unchecked(facts.level(), "a level that changed at every look"));
    }
    checks.forEach(check -> check.level(facts, checkpoints));
  }

  private static Finding unchecked(StoredLevel level, String found) {
    return Finding.ofStock(
        Obstacle.UNCHECKED,
        level.key().warehouse(),
        level.key().itemId(),
        found,
        "a check that completes");
  }
}
