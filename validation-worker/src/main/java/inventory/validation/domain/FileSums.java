package inventory.validation.domain;

import inventory.csv.InventoryFile;
import inventory.csv.UnreadableFileException;
import inventory.inbox.Original;
import inventory.model.FileKind;
import inventory.movement.FilePasses;
import inventory.movement.Merge;
import inventory.movement.Movement;
import inventory.movement.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The facts of a file, read anew where a check asks for them, in bounded memory. */
final class FileSums implements FileFacts {

  /** How many movements are held against the table at a time: a batch get takes 100 keys. */
  private static final int BATCH = 50;

  private final FileRecord record;
  private final Original original;
  private final FileRecords records;
  private final long memoryBudget;
  private final BigInteger total;

  /** Adds up. */
  static final class Total {
    private BigInteger carried = BigInteger.ZERO;
    private long sum;

    void add(long value) {
      try {
        sum = Math.addExact(sum, value);
      } catch (ArithmeticException e) {
        // A sum of 64-bit numbers may need more bits; until it does, long is faster.
        carried = carried.add(BigInteger.valueOf(sum)).add(BigInteger.valueOf(value));
        sum = 0;
      }
    }

    BigInteger get() {
      return carried.add(BigInteger.valueOf(sum));
    }
  }

  FileSums(
      FileRecord record, Original original, FileRecords records, long memoryBudget, Total total) {
    this.record = record;
    this.original = original;
    this.records = records;
    this.memoryBudget = memoryBudget;
    this.total = total.get();
  }

  @Override
  public FileRecord record() {
    return record;
  }

  @Override
  public boolean isRead() {
    return true;
  }

  @Override
  public BigInteger total() {
    return total;
  }

  @Override
  public Counted forEach(Visitor visitor) {
    try {
      return read(visitor);
    } catch (IOException e) {
      throw new UncheckedIOException("local disk fails while reading " + record.upload().key(), e);
    } catch (UnreadableFileException e) {
      throw new IllegalStateException(record.upload().key() + " was read a moment ago", e);
    }
  }

  private Counted read(Visitor visitor) throws IOException, UnreadableFileException {
    FileKind kind = kind();
    Origin origin = Origin.of(record.upload(), original, kind);
    AtomicLong bad = new AtomicLong();
    FilePasses passes =
        new FilePasses(
            record.upload(), original, kind, memoryBudget, reject -> bad.incrementAndGet());
    while (passes.hasNext()) {
      visit(passes.next(), origin, visitor);
    }
    return new Counted(passes.rows(), bad.get());
  }

  private FileKind kind() throws IOException, UnreadableFileException {
    try (InputStream in = original.open()) {
      return new InventoryFile(in, record.upload().uploadedAt()).header().kind();
    }
  }

  private void visit(Merge merge, Origin origin, Visitor visitor) {
    List<Movement> batch = new ArrayList<>();
    for (Movement movement : merge.movements(origin)) {
      batch.add(movement);
      if (batch.size() == BATCH) {
        visitor.visit(records.beside(batch));
        batch = new ArrayList<>();
      }
    }
    if (!batch.isEmpty()) {
      visitor.visit(records.beside(batch));
    }
  }
}
