package inventory.validation.rebuild;

import inventory.model.StockKey;
import inventory.model.inbox.Originals;
import inventory.model.inbox.Upload;
import inventory.model.movement.HashRange;
import inventory.model.movement.Movement;
import inventory.model.movement.OriginalRows;
import inventory.model.table.LevelItem.Parts;
import inventory.validation.rebuild.source.CannotRebuildException;
import inventory.validation.rebuild.source.FileList;
import inventory.validation.rebuild.source.SourceFiles;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Verifies the table against the raw files. The movements of each item must be those that the files
 * give, and its level must follow from its movements. Differences are reported and, on request,
 * fixed. The items are processed in parts that fit into memory, nearly always one. Each part reads
 * all files once, and a second time if movements differ.
 */
public final class Rebuild {

  // The memory of a suspect's movement without its rows; an upper estimate.
  private static final int MOVEMENT_BYTES = 500;

  private final FileList list;
  private final Originals originals;
  private final Function<String, Upload> uploads;
  private final StockTable table;
  private final CorrectionPublisher publisher;
  private final long budget;

  /**
   * Creates the use case.
   *
   * @param uploads finds an upload by the id of its file record
   * @param budget the memory to use, in bytes
   */
  public Rebuild(
      FileList list,
      Originals originals,
      Function<String, Upload> uploads,
      StockTable table,
      CorrectionPublisher publisher,
      long budget) {
    this.list = list;
    this.originals = originals;
    this.uploads = uploads;
    this.table = table;
    this.publisher = publisher;
    this.budget = budget;
  }

  /**
   * Checks every item.
   *
   * @param mayFix whether to fix differences
   * @param report receives each difference as it is found
   * @throws CannotRebuildException if files cannot be read; earlier fixes remain
   */
  public RebuildResult run(boolean mayFix, DifferenceReport report) {
    FileList.Listing listing = list.list();
    SourceFiles files = new SourceFiles(listing.applied(), originals, budget / 2);
    Tally tally = new Tally(report);
    listing.unverifiable().forEach(tally::unverified);
    Investigation investigation =
        new Investigation(files, new OriginalRows(uploads, originals), table, mayFix);
    Deque<HashRange> ahead = new ArrayDeque<>(List.of(HashRange.ALL));
    while (!ahead.isEmpty()) {
      RebuildSums sums = new RebuildSums(ahead.pop(), budget / 2);
      files.forEachMovement(sums::part, sums::add);
      sums.deferred().forEach(ahead::push);
      List<Suspect> suspects = survey(sums, files, tally);
      batches(suspects).forEach(batch -> settle(sums.part(), batch, investigation, tally));
    }
    return tally.outcome(files.count());
  }

  /** Checks the items in the files, then levels that are in no file, such as those of events. */
  private List<Suspect> survey(RebuildSums sums, SourceFiles files, Tally tally) {
    List<Suspect> suspects = new ArrayList<>();
    for (StockKey key : sums.keys()) {
      tally.item();
      survey(key, sums.of(key), files).ifPresent(suspects::add);
    }
    table.forEachLevel(
        key -> {
          if (sums.part().contains(key) && !sums.keys().contains(key)) {
            tally.item();
            survey(key, sums.of(key), files).ifPresent(suspects::add);
          }
        });
    suspects.sort(Comparator.comparing(Suspect::key));
    return suspects;
  }

  /**
   * The first check of an item. It nearly always proves that the table has exactly the movements
   * that the files give, and the level that follows from them. Its memory does not grow with the
   * movements.
   */
  private Optional<Suspect> survey(StockKey key, MovementSum given, SourceFiles files) {
    Optional<Parts> level = table.level(key);
    MovementSum found = new MovementSum();
    LevelFold fold = new LevelFold(Map.of());
    for (Movement movement : table.movements(key)) {
      // Movements of files that are not listed cannot be verified, but they count as facts.
      if (files.has(movement.fileId())) {
        found.add(movement);
      }
      fold.add(movement);
    }
    boolean movementsDiffer = !found.isSameAs(given);
    boolean isCorrect =
        !movementsDiffer
            && fold.needed().isEmpty()
            && TableLevel.problem(level, fold.level()).isEmpty();
    return isCorrect
        ? Optional.empty()
        : Optional.of(new Suspect(key, movementsDiffer, fold.count() + given.count()));
  }

  /** Divides the suspects into batches whose movements fit into memory. */
  private List<List<Suspect>> batches(List<Suspect> suspects) {
    List<List<Suspect>> batches = new ArrayList<>();
    long used = budget;
    for (Suspect suspect : suspects) {
      long bytes = (long) MOVEMENT_BYTES * (1 + suspect.movements());
      if (used + bytes > budget / 2) {
        batches.add(new ArrayList<>());
        used = 0;
      }
      batches.get(batches.size() - 1).add(suspect);
      used += bytes;
    }
    return batches;
  }

  private void settle(
      HashRange part, List<Suspect> batch, Investigation investigation, Tally tally) {
    investigation.prepare(part, batch);
    List<StockKey> corrected = new ArrayList<>();
    try {
      for (Suspect suspect : batch) {
        Investigation.Result result = investigation.conclude(suspect);
        tally.add(suspect.key(), result);
        if (result.fixed()) {
          corrected.add(suspect.key());
        }
      }
    } finally {
      // Also after a failure: the items fixed before it will not be found again.
      publisher.publish(corrected);
    }
  }
}
