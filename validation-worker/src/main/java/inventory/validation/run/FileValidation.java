package inventory.validation.run;

import inventory.model.csv.InventoryFile;
import inventory.model.csv.Row;
import inventory.model.csv.UnreadableFileException;
import inventory.model.inbox.Original;
import inventory.model.inbox.Originals.OriginalUnavailableException;
import inventory.validation.domain.Check;
import inventory.validation.domain.FileRecord;
import inventory.validation.domain.FileSums;
import inventory.validation.domain.Finding;
import inventory.validation.domain.Transaction;
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
  private final Ports ports;
  private final long memoryBudget;

  /**
   * Creates it.
   *
   * @param memoryBudget bytes that a file's sums may use
   */
  FileValidation(List<Check> checks, Ports ports, long memoryBudget) {
    this.checks = checks;
    this.ports = ports;
    this.memoryBudget = memoryBudget;
  }

  /** Checks a finished file, starting at the run's checkpoint in it. */
  void check(FileRecord file, Run run, Checkpoints checkpoints) {
    InFile work = new InFile(file, run, checkpoints);
    if (!file.status().applied()) {
      checkFile(file, Optional.empty(), checkpoints);
    } else {
      try (Original original = ports.originals().fetch(file.upload())) {
        work.read(original);
        FileSums sums = new FileSums(file, original, ports.records(), memoryBudget, work.total);
        checkFile(file, Optional.of(sums), checkpoints);
      } catch (OriginalUnavailableException | UnreadableFileException e) {
        checkpoints.add(
            Finding.ofFile(
                Obstacle.UNREADABLE,
                file.upload().key(),
                file.upload().fileId(),
                e.getMessage(),
                "%s: %d rows applied".formatted(file.status(), file.rowsApplied())));
        checkFile(file, Optional.empty(), checkpoints);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the local copy of " + file.upload().key(), e);
      }
    }
    ports
        .warehouses()
        .recordReport(work.names, LocalDate.ofInstant(file.upload().uploadedAt(), ZoneOffset.UTC));
    checkpoints.saveChecked(file, work.good);
  }

  private void checkFile(FileRecord file, Optional<FileSums> sums, Checkpoints checkpoints) {
    checks.forEach(check -> check.file(file, sums, checkpoints));
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
