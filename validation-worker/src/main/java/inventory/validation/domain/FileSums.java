package inventory.validation.domain;

import inventory.model.FileKind;
import inventory.model.csv.UnreadableFileException;
import inventory.model.inbox.Original;
import inventory.model.movement.Merge;
import inventory.model.movement.Movement;
import inventory.model.movement.Origin;
import inventory.model.movement.PartitionedFile;
import inventory.validation.domain.FileRecords.Pair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * What the rows of a file add up to. They are read again when a check needs them, in bounded
 * memory.
 */
public final class FileSums {

  /** How many movements are compared with the table at a time: a batch get takes 100 keys. */
  private static final int BATCH = 50;

  private final FileRecord record;
  private final Original original;
  private final FileRecords records;
  private final long memoryBudget;
  private final BigInteger total;

  /**
   * The number of rows in a file.
   *
   * @param good rows that can be applied
   * @param bad rows that cannot
   */
  public record Counted(long good, long bad) {}

  /**
   * Sums up a file.
   *
   * @param memoryBudget bytes that the sums may use
   * @param total the sum of all good rows, in units
   */
  public FileSums(
      FileRecord record,
      Original original,
      FileRecords records,
      long memoryBudget,
      BigInteger total) {
    this.record = record;
    this.original = original;
    this.records = records;
    this.memoryBudget = memoryBudget;
    this.total = total;
  }

  /** The sum of all good rows, in units. */
  public BigInteger total() {
    return total;
  }

  /**
   * Visits the movements that the rows give, a few items at a time, each item once.
   *
   * @param visitor receives the movements, each with its counterpart in the table
   */
  public Counted forEach(Consumer<List<Pair>> visitor) {
    try {
      return read(visitor);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the local copy of " + record.upload().key(), e);
    } catch (UnreadableFileException e) {
      throw new IllegalStateException(
          record.upload().key() + " could be read before, but not now", e);
    }
  }

  private Counted read(Consumer<List<Pair>> visitor) throws IOException, UnreadableFileException {
    FileKind kind = PartitionedFile.headerOf(record.upload(), original).kind();
    Origin origin = Origin.of(record.upload(), record.isReleased(), original, kind);
    AtomicLong bad = new AtomicLong();
    try (PartitionedFile file =
        new PartitionedFile(
            record.upload(), original, memoryBudget, reject -> bad.incrementAndGet())) {
      while (file.hasNext()) {
        visit(file.next(), origin, visitor);
      }
      return new Counted(file.rows(), bad.get());
    }
  }

  private void visit(Merge merge, Origin origin, Consumer<List<Pair>> visitor) {
    List<Movement> batch = new ArrayList<>();
    for (Movement movement : merge.movements(origin)) {
      batch.add(movement);
      if (batch.size() == BATCH) {
        visitor.accept(records.pair(batch));
        batch = new ArrayList<>();
      }
    }
    if (!batch.isEmpty()) {
      visitor.accept(records.pair(batch));
    }
  }
}
