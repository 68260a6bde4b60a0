package inventory.validation.domain;

import inventory.model.csv.InventoryFile;
import inventory.model.csv.Row;
import inventory.model.csv.UnreadableFileException;
import inventory.model.inbox.Original;
import inventory.model.inbox.Originals;
import inventory.model.inbox.Originals.OriginalUnavailableException;
import inventory.validation.domain.Arrivals.Arrival;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks one file: its transactions in turn, then the file as a whole. */
final class FileValidation {

  /** Names each transaction that is checked, on level TRACE. */
  private static final Logger JOURNAL = LoggerFactory.getLogger("inventory.validation.journal");

  private final List<Check> checks;
  private final Originals originals;
  private final FileRecords records;
  private final Warehouses warehouses;
  private final long memoryBudget;
  private final Duration longestHold;

  /**
   * Wires it.
   *
   * @param memoryBudget bytes that the sums of a file may take
   * @param longestHold after which time a message is handed back, to be taken again
   */
  FileValidation(
      List<Check> checks,
      Originals originals,
      FileRecords records,
      Warehouses warehouses,
      long memoryBudget,
      Duration longestHold) {
    this.checks = checks;
    this.originals = originals;
    this.records = records;
    this.warehouses = warehouses;
    this.memoryBudget = memoryBudget;
    this.longestHold = longestHold;
  }

  /** The message was hidden for so long that SQS would show it to others: it is handed back. */
  static final class HandedBackException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Checks a file that is finished, from where the run is in it.
   *
   * @throws HandedBackException if the message has to be taken anew; the run's place is in the file
   */
  void check(FileRecord file, Run run, Checkpoints checkpoints, Arrival arrival) {
    InFile work = new InFile(file, run, checkpoints, arrival);
    if (!file.status().applied()) {
      askOfFile(new UnreadFile(file), checkpoints);
    } else {
      try (Original original = originals.fetch(file.upload())) {
        work.read(original);
        askOfFile(new FileSums(file, original, records, memoryBudget, work.total), checkpoints);
      } catch (OriginalUnavailableException | UnreadableFileException e) {
        checkpoints.add(
            Finding.ofFile(
                Obstacle.UNREADABLE,
                file.upload().key(),
                e.getMessage(),
                "%s: %d rows were applied".formatted(file.status(), file.rowsApplied())));
        askOfFile(new UnreadFile(file), checkpoints);
      } catch (IOException e) {
        throw new UncheckedIOException("local disk fails while reading " + file.upload().key(), e);
      }
    }
    warehouses.reported(
        work.names, LocalDate.ofInstant(file.upload().uploadedAt(), ZoneOffset.UTC));
    checkpoints.saveChecked(file, work.good);
  }

  private void askOfFile(FileFacts facts, Checkpoints checkpoints) {
    checks.forEach(check -> check.file(facts, checkpoints));
  }

  /** The reading of one file. */
  private final class InFile {

    private final FileRecord file;
    private final Run run;
    private final Checkpoints checkpoints;
    private final Arrival arrival;
    private final Set<String> names = new HashSet<>();
    private final int checkedUpTo;
    private BigInteger total = BigInteger.ZERO;
    private Optional<Row> previous = Optional.empty();
    private long good;

    InFile(FileRecord file, Run run, Checkpoints checkpoints, Arrival arrival) {
      this.file = file;
      this.run = run;
      this.checkpoints = checkpoints;
      this.arrival = arrival;
      boolean isResumed = run.place().fileId().equals(file.upload().fileId());
      checkedUpTo = isResumed ? run.place().line() : 0;
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
      if (checkpoints.isDue()) {
        save(row);
        checkpoints.stopIfAsked();
      } else if (arrival.held().compareTo(longestHold) >= 0) {
        save(row);
        throw new HandedBackException();
      }
    }

    private void save(Row row) {
      checkpoints.save(run.place().behind(file.upload().fileId(), row.line()));
    }
  }
}
