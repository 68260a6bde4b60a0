package inventory.launcher.generate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.stack.LaunchException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;

/**
 * What the system must report once it has processed all generated data.
 *
 * @param version version of this format, {@link #VERSION}
 * @param kind kind of data
 * @param seed seed of the recipe
 * @param facts number of good rows, entries or events; each counts once
 * @param duplicates number of files, entries or events that are sent twice
 * @param late number of rows, files or events that are sent after something later
 * @param malformed number of rows, entries or events that must be rejected
 * @param levels every level, sorted by warehouse and item
 * @param files every file with its final status, in the order of upload
 * @param thresholds every threshold that is in force at the end
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

  /** The version that this program writes and reads. */
  public static final int VERSION = 1;

  // The same line ends on every machine.
  private static final DefaultPrettyPrinter PRINTER =
      new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  /** Copies the lists; a missing list is empty. */
  public Totals {
    levels = levels == null ? List.of() : List.copyOf(levels);
    files = files == null ? List.of() : List.copyOf(files);
    thresholds = thresholds == null ? List.of() : List.copyOf(thresholds);
  }

  /** Totals in the current version. */
  public Totals(
      Kind kind,
      long seed,
      Tally tally,
      List<Level> levels,
      List<File> files,
      List<Threshold> thresholds) {
    this(
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

  /** Writes the totals as JSON and leaves the stream open. */
  public void write(OutputStream out) throws IOException {
    JSON.writer(PRINTER).without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(out, this);
    out.write('\n');
    out.flush();
  }

  /**
   * Reads totals.
   *
   * @param name the name of the input, for messages
   * @throws LaunchException if the input is not totals, or has another version
   */
  public static Totals read(InputStream in, String name) throws IOException {
    try {
      Totals totals = JSON.readValue(in, Totals.class);
      if (totals.version() != VERSION) {
        throw new LaunchException(
            "%s has version %d, but this program reads version %d: generate it again"
                .formatted(name, totals.version(), VERSION));
      }
      return totals;
    } catch (JacksonException e) {
      throw new LaunchException(
          "%s was not written by ./inventory generate (%s): generate it again"
              .formatted(name, e.getOriginalMessage()),
          e);
    }
  }

  /** Kinds of generated data. */
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

  /** A level; {@code removed} is null in files, which do not say if an item is off the list. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Level(String warehouse, String itemId, BigInteger stockLevel, Boolean removed) {}

  /**
   * A file with its final status. {@code sameAs} is the key of a file with the same content, or
   * null: the one that is read first is applied, and the other becomes the duplicate.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record File(
      String key,
      FileKind kind,
      FileStatus status,
      long rowsApplied,
      long rowsRejected,
      String sameAs) {

    static File of(String key, FileKind kind, long good, long bad) {
      FileStatus status = bad == 0 ? FileStatus.APPLIED : FileStatus.PARTIAL;
      return new File(key, kind, status, good, bad, null);
    }

    /** The same content under another key. */
    File again(String other) {
      // A count is a new fact each time, and only content that changed something is claimed.
      return kind == FileKind.COUNT || rowsApplied == 0
          ? new File(other, kind, status, rowsApplied, rowsRejected, null)
          : new File(other, kind, FileStatus.DUPLICATE, 0, 0, key);
    }
  }

  /** A threshold; {@code warehouse} is null if it is for all without one of their own. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Threshold(String itemId, String warehouse, long restockIfBelow) {}

  /** The counters of {@link Totals}. */
  public static final class Tally {
    public long facts;
    public long duplicates;
    public long late;
    public long malformed;
  }
}
