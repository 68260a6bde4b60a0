package inventory.validation.domain;

import inventory.model.FileStatus;
import inventory.model.Shortened;
import inventory.model.message.ArrivedFile;
import inventory.validation.domain.Arrivals.Arrival;
import inventory.validation.domain.Checkpoints.StoppedException;
import inventory.validation.domain.FileValidation.HandedBackException;
import inventory.validation.domain.Runs.LeaseLostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks all files that arrived before an instant, one at a time, in the order of arrival. */
final class FilesPhase {

  private static final Logger LOG = LoggerFactory.getLogger(FilesPhase.class);

  /** After so many attempts a message is put away: it kills whoever takes it. */
  static final int MAX_RECEIVES = 100;

  private static final int SHOWN_LENGTH = 200;
  private static final long POLL_MILLIS = 500;

  private final Arrivals arrivals;
  private final FileRecords records;
  private final FileValidation validation;
  private final Duration patience;
  private final Predicate<RuntimeException> isOutage;
  private final Supplier<Instant> now;

  /**
   * Wires it.
   *
   * @param patience how long to wait for a file that ingest-service still works on
   * @param isOutage whether a failure is one of the store, the queue or the disk
   */
  FilesPhase(
      Arrivals arrivals,
      FileRecords records,
      FileValidation validation,
      Duration patience,
      Predicate<RuntimeException> isOutage,
      Supplier<Instant> now) {
    this.arrivals = arrivals;
    this.records = records;
    this.validation = validation;
    this.patience = patience;
    this.isOutage = isOutage;
    this.now = now;
  }

  /** Checks until none is left. */
  void run(Run run, Checkpoints checkpoints, Instant before) {
    for (Optional<Arrival> next = next(run, before); next.isPresent(); next = next(run, before)) {
      try (Arrival arrival = next.get()) {
        take(arrival, run, checkpoints);
      }
      checkpoints.stopIfAsked();
    }
  }

  /** Numbers of the queue may lag; the message of a file that was begun is sure to come again. */
  private Optional<Arrival> next(Run run, Instant before) {
    Instant until = now.get().plus(patience);
    Optional<Arrival> next = arrivals.next(before);
    while (next.isEmpty() && !run.place().fileId().isEmpty() && now.get().isBefore(until)) {
      next = arrivals.next(before);
    }
    return next;
  }

  private void take(Arrival arrival, Run run, Checkpoints checkpoints) {
    Optional<ArrivedFile> arrived = arrival.file();
    if (arrived.isEmpty()) {
      refuse(arrival, run, checkpoints, "it is not the JSON of an arrived file");
      return;
    }
    Optional<FileRecord> file = awaitFinished(arrived.get());
    if (file.isEmpty()) {
      refuse(arrival, run, checkpoints, "there is no record of the file that it names");
    } else if (file.get().validatedIn().isPresent()) {
      LOG.info("{} was checked in {}", arrived.get().key(), file.get().validatedIn().get());
      arrival.done();
    } else if (!file.get().status().finished()) {
      postpone(arrival, file.get(), run, checkpoints);
    } else if (arrival.receives() > MAX_RECEIVES) {
      refuse(arrival, run, checkpoints, "it was taken " + MAX_RECEIVES + " times and never done");
    } else {
      check(arrival, file.get(), run, checkpoints);
    }
  }

  private void check(Arrival arrival, FileRecord file, Run run, Checkpoints checkpoints) {
    LOG.info(
        "Checking {}, {}, taken {} times", file.upload().key(), file.status(), arrival.receives());
    try {
      checkOrReport(arrival, file, run, checkpoints);
      arrival.done();
    } catch (StoppedException e) {
      arrival.giveBack();
      throw e;
    } catch (HandedBackException e) {
      // Its place is written down: the next to take it goes on there.
      LOG.info("{} is handed back after {}", file.upload().key(), arrival.held());
      arrival.giveBack();
    }
  }

  private void checkOrReport(Arrival arrival, FileRecord file, Run run, Checkpoints checkpoints) {
    try {
      validation.check(file, run, checkpoints, arrival);
    } catch (StoppedException | HandedBackException | LeaseLostException e) {
      throw e;
    } catch (RuntimeException e) {
      unchecked(file, checkpoints, e);
    }
  }

  /** A check that breaks down on one file must not keep the others from being checked. */
  private void unchecked(FileRecord file, Checkpoints checkpoints, RuntimeException failure) {
    if (isOutage.test(failure)) {
      throw failure;
    }
    LOG.error("{} could not be checked", file.upload().key(), failure);
    checkpoints.add(
        Finding.ofFile(
            Obstacle.UNCHECKED,
            file.upload().key(),
            "it could not be checked: " + failure,
            "a check that comes to its end"));
    checkpoints.saveChecked(file, 0);
  }

  /** The next run checks it, when it is finished. */
  private void postpone(Arrival arrival, FileRecord file, Run run, Checkpoints checkpoints) {
    Finding finding =
        Finding.ofFile(
            Obstacle.UNFINISHED,
            file.upload().key(),
            "%s since %s".formatted(file.status(), file.upload().uploadedAt()),
            "a file that is finished; the next run checks it");
    report(finding, arrival, run, checkpoints);
    arrival.postpone();
    checkpoints.save(run.place().betweenFiles());
  }

  private void refuse(Arrival arrival, Run run, Checkpoints checkpoints, String why) {
    String shown = Shortened.text(arrival.body(), SHOWN_LENGTH);
    Finding finding =
        Finding.ofFile(
            Obstacle.MESSAGE,
            arrival.file().map(ArrivedFile::key).orElse(""),
            "a message that is put away, as " + why + ": " + shown,
            "the name of a file that arrived");
    report(finding, arrival, run, checkpoints);
    arrival.refuse(why);
    checkpoints.save(run.place().betweenFiles());
  }

  /** Keeps a finding about a message before it goes, once, though a crash may come in between. */
  private static void report(Finding finding, Arrival arrival, Run run, Checkpoints checkpoints) {
    if (!run.place().fileId().equals(arrival.id())) {
      checkpoints.add(finding);
      checkpoints.save(run.place().behind(arrival.id(), 0));
    }
  }

  /** Waits for a file that ingest-service still works on, as long as is right. */
  private Optional<FileRecord> awaitFinished(ArrivedFile arrived) {
    Instant until = now.get().plus(patience);
    while (true) {
      Optional<FileRecord> file = records.find(arrived.fileId());
      boolean isFinished = file.map(FileRecord::status).map(FileStatus::finished).orElse(true);
      if (isFinished || now.get().isAfter(until)) {
        return file;
      }
      pause();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a file", e);
    }
  }
}
