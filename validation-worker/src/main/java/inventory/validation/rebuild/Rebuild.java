package inventory.validation.rebuild;

import inventory.model.StockKey;
import inventory.model.inbox.Originals;
import inventory.model.inbox.Upload;
import inventory.model.movement.HashRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * Proves the table against the raw files. The movements of each item must be those that the files
 * give, and its level must follow from its movements. What is not so is reported, and mended on
 * demand. The items are taken in as many parts as fit the memory, nearly always one; each part
 * reads all files once, and once more where movements are at fault.
 */
public final class Rebuild {

  // What a movement under suspicion takes in memory without its rows; an estimate from above.
  private static final int MOVEMENT_BYTES = 500;

  private final FileList list;
  private final Originals originals;
  private final Function<String, Upload> uploads;
  private final StockTable table;
  private final Announcements announcements;
  private final long budget;

  /**
   * Wires the use case.
   *
   * @param uploads finds the upload of a file record by its id
   * @param budget bytes of memory to stay within
   */
  public Rebuild(
      FileList list,
      Originals originals,
      Function<String, Upload> uploads,
      StockTable table,
      Announcements announcements,
      long budget) {
    this.list = list;
    this.originals = originals;
    this.uploads = uploads;
    this.table = table;
    this.announcements = announcements;
    this.budget = budget;
  }

  /**
   * Looks at every item.
   *
   * @param mayMend whether to mend what is wrong
   * @param report is told of each difference as it is found
   * @throws CannotRebuildException if files cannot be read; what was mended before stays so
   */
  public Outcome run(boolean mayMend, Report report) {
    FileList.Listing listing = list.list();
    SourceFiles files = new SourceFiles(listing.applied(), originals, budget / 2);
    Tally tally = new Tally(report);
    listing.unfinished().forEach(key -> tally.unproved(key + " is still being worked on"));
    listing
        .otherRules()
        .forEach(key -> tally.unproved(key + " was applied by other reading rules"));
    Investigation investigation =
        new Investigation(files, new NeededRows(uploads, originals), table, mayMend);
    Deque<HashRange> ahead = new ArrayDeque<>(List.of(HashRange.ALL));
    while (!ahead.isEmpty()) {
      FileSums sums = new FileSums(ahead.pop(), budget / 2);
      files.forEachMovement(sums::part, sums::add);
      sums.deferred().forEach(ahead::push);
      List<Suspect> suspects = survey(sums, new Survey(files, table), tally);
      batches(suspects).forEach(batch -> settle(sums.part(), batch, investigation, tally));
    }
    return tally.outcome(files.count());
  }

  /** Looks at what the files give, and at levels that none of them gives, as those of events. */
  private List<Suspect> survey(FileSums sums, Survey survey, Tally tally) {
    List<Suspect> suspects = new ArrayList<>();
    for (StockKey key : sums.keys()) {
      tally.item();
      survey.look(key, sums.of(key)).ifPresent(suspects::add);
    }
    table.forEachLevel(
        key -> {
          if (sums.part().contains(key) && !sums.keys().contains(key)) {
            tally.item();
            survey.look(key, sums.of(key)).ifPresent(suspects::add);
          }
        });
    suspects.sort(Comparator.comparing(Suspect::key));
    return suspects;
  }

  /** Divides the suspects so that what is kept of their movements fits the memory. */
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
        if (result.mended()) {
          corrected.add(suspect.key());
        }
      }
    } finally {
      // Also where the next one fails, as those before are mended and will not be found again.
      announcements.tell(corrected);
    }
  }
}
