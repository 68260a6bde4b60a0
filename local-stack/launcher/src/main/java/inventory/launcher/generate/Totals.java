package inventory.launcher.generate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import inventory.launcher.demo.ExpectedLevels;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.StockKey;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the system must arrive at, once it has taken in all that was generated.
 *
 * @param version of this form, {@link #VERSION}
 * @param kind what was generated
 * @param seed what it follows from
 * @param facts how many good rows, entries or events there are, each once
 * @param duplicates how many files, entries or events were sent a second time
 * @param late how many rows, files or events come after what is later
 * @param malformed how many rows, entries or events are to be rejected
 * @param levels every level, by warehouse and item
 * @param files every file and how it ends, in the order in which they were dropped
 * @param thresholds every threshold that holds in the end
 */
public record Totals(
    int version,
    Kind kind,
    long seed,
    long facts,
    long duplicates,
    long late,
    long malformed,
    List<Level> levels,
    List<File> files,
    List<Threshold> thresholds) {

  /** The form that this version writes and reads. */
  public static final int VERSION = 1;

  /** Keeps its own copies; a list that is not there is empty. */
  public Totals {
    levels = levels == null ? List.of() : List.copyOf(levels);
    files = files == null ? List.of() : List.copyOf(files);
    thresholds = thresholds == null ? List.of() : List.copyOf(thresholds);
  }

  /** What is generated. */
  public enum Kind {
    /** Transaction files. */
    @JsonProperty("files")
    FILES,
    /** Count files. */
    @JsonProperty("counts")
    COUNTS,
    /** Threshold files. */
    @JsonProperty("thresholds")
    THRESHOLDS,
    /** Events of web shops. */
    @JsonProperty("events")
    EVENTS
  }

  /**
   * A level.
   *
   * @param warehouse in which warehouse
   * @param itemId which item
   * @param stockLevel units
   * @param removed whether it is off the list; null where nothing says so, as in files
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Level(String warehouse, String itemId, BigInteger stockLevel, Boolean removed) {}

  /**
   * How a file ends.
   *
   * @param key its key
   * @param kind what it is
   * @param status its status
   * @param rowsApplied rows or entries
   * @param rowsRejected rows or entries
   * @param sameAs the key of the file with the same content; null if there is none. Which of them
   *     is applied, and which a duplicate, is decided by who is read first.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record File(
      String key,
      FileKind kind,
      FileStatus status,
      long rowsApplied,
      long rowsRejected,
      String sameAs) {}

  /**
   * A threshold.
   *
   * @param itemId of which item
   * @param warehouse in which warehouse; null for all that have none of their own
   * @param restockIfBelow units
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Threshold(String itemId, String warehouse, long restockIfBelow) {

    static Threshold of(inventory.launcher.demo.Threshold threshold) {
      return new Threshold(
          threshold.itemId(), threshold.warehouse().orElse(null), threshold.restockIfBelow());
    }
  }

  /** How many there are of what. */
  static final class Tally {
    long facts;
    long duplicates;
    long late;
    long malformed;
  }

  static Totals ofFiles(
      Kind kind, long seed, Tally tally, ExpectedLevels levels, List<File> files) {
    return of(kind, seed, tally, levels(levels, false), files, List.of());
  }

  static Totals ofThresholds(
      long seed,
      Tally tally,
      List<File> files,
      List<inventory.launcher.demo.Threshold> thresholds) {
    List<Threshold> all = thresholds.stream().map(Threshold::of).toList();
    return of(Kind.THRESHOLDS, seed, tally, List.of(), files, all);
  }

  static Totals ofEvents(long seed, Tally tally, ExpectedLevels levels) {
    return of(Kind.EVENTS, seed, tally, levels(levels, true), List.of(), List.of());
  }

  private static Totals of(
      Kind kind,
      long seed,
      Tally tally,
      List<Level> levels,
      List<File> files,
      List<Threshold> thresholds) {
    return new Totals(
        VERSION,
        kind,
        seed,
        tally.facts,
        tally.duplicates,
        tally.late,
        tally.malformed,
        levels,
        files,
        thresholds);
  }

  private static List<Level> levels(ExpectedLevels expected, boolean withRemoved) {
    Map<StockKey, ExpectedLevels.Level> sorted = new TreeMap<>(expected.states());
    return sorted.entrySet().stream()
        .map(entry -> level(entry.getKey(), entry.getValue(), withRemoved))
        .toList();
  }

  private static Level level(StockKey key, ExpectedLevels.Level level, boolean withRemoved) {
    return new Level(
        key.warehouse(), key.itemId(), level.units(), withRemoved ? level.removed() : null);
  }
}
