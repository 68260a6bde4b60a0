package inventory.validation.run;

import inventory.model.csv.InventoryFile;
import inventory.model.csv.Row;
import inventory.model.csv.UnreadableFileException;
import inventory.model.inbox.Original;
import inventory.model.inbox.Originals;
import inventory.model.inbox.Originals.OriginalUnavailableException;
import inventory.validation.domain.Check;
import inventory.validation.domain.FileFacts;
import inventory.validation.domain.FileRecord;
import inventory.validation.domain.FileRecords;
import inventory.validation.domain.Finding;
import inventory.validation.domain.Transaction;
import inventory.validation.domain.Warehouses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks one file: its transactions one by one, then the file as a whole. */
final class FileValidation {

  /** Logs each checked transaction at level TRACE. */
  private static final Logger JOURNAL = LoggerFactory.getLogger("inventory.validation.journal");

  private final List<Check> checks;
  private final Originals originals;
  private final FileRecords records;
  private final Warehouses warehouses;
  private final long memoryBudget;

  /**
   * Creates it.
   *
   * @param memoryBudget bytes that a file's sums may use
   */
  FileValidation(
      List<Check> checks,
      Originals originals,
      FileRecords records,
      Warehouses warehouses,
      long memoryBudget) {
    this.checks = checks;
    this.originals = originals;
    this.records = records;
    this.warehouses = warehouses;
    this.memoryBudget = memoryBudget;
  }

  /** Checks a finished file, starting at the run's checkpoint in it. */
  void check(FileRecord file, Run run, Checkpoints checkpoints) {
    InFile work = new InFile(file, run, checkpoints);
    if (!file.status().applied()) {
      checkFile(new UnreadFile(file), checkpoints);
    } else {
      try (Original original = originals.fetch(file.upload())) {
        work.read(original);
        checkFile(new FileSums(file, original, records, memoryBudget, work.total), checkpoints);
      } catch (OriginalUnavailableException | UnreadableFileException e) {
        checkpoints.add(
            Finding.ofFile(
                Obstacle.UNREADABLE,
                file.upload().key(),
                e.getMessage(),
                "%s: %d rows applied".formatted(file.status(), file.rowsApplied())));
        checkFile(new UnreadFile(file), checkpoints);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the local copy of " + file.upload().key(), e);
      }
    }
    warehouses.recordReport(
        work.names, LocalDate.ofInstant(file.upload().uploadedAt(), ZoneOffset.UTC));
    checkpoints.saveChecked(file, work.good);
  }

  private void checkFile(FileFacts facts, Checkpoints checkpoints) {
    checks.forEach(check -> check.file(facts, checkpoints));
  }

  /** Reads one file. */
  private final class InFile {

    private final FileRecord file;
    private final Run run;
    private final Checkpoints checkpoints;
    private final Set<String> names = new HashSet<>();
    private final int checkedUpTo;
    private BigInteger total = BigInteger.ZERO;
    private Optional<Row> previous = Optional.empty();
    private long good;

    InFile(FileRecord file, Run run, Checkpoints checkpoints) {
      this.file = file;
      this.run = run;
      this.checkpoints = checkpoints;
      boolean isResumed = run.checkpoint().fileId().equals(file.upload().fileId());
      checkedUpTo = isResumed ? run.checkpoint().line() : 0;
    }

    void read(Original original) throws IOException, UnreadableFileException {
      try (InputStream in = original.open()) {
        new InventoryFile(in, file.upload().uploadedAt()).forEach(this::take, reject -> {});
      }
    }

    private void take(Row row) {
      good++;
      total = total.add(BigInteger.valueOf(row.value()));
      names.add(row.key().warehouse());
      Transaction transaction = new Transaction(file, row, previous);
      if (row.line() > checkedUpTo) {
        check(transaction);
      } else {
        checks.forEach(check -> check.readPast(transaction));
      }
      previous = Optional.of(row);
    }

    private void check(Transaction transaction) {
      Row row = transaction.row();
      JOURNAL.trace("{} {}", file.upload().fileId(), row.line());
      checks.forEach(check -> check.transaction(transaction, checkpoints));
      run.transactionChecked();
      if (checkpoints.isDue(1)) {
        checkpoints.save(run.checkpoint().afterLine(file.upload().fileId(), row.line()));
        checkpoints.stopIfAsked();
      }
    }
  }
}
