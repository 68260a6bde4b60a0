package inventory.validation.run;

import inventory.model.FileStatus;
import inventory.model.Shortened;
import inventory.model.message.ArrivedFile;
import inventory.validation.domain.FileRecord;
import inventory.validation.domain.FileRecords;
import inventory.validation.domain.Finding;
import inventory.validation.run.Checkpoints.StoppedException;
import inventory.validation.run.FileValidation.HiddenTooLongException;
import inventory.validation.run.Runs.LeaseLostException;
import inventory.validation.run.ValidationMessages.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks all files that arrived before an instant, one at a time, in order of arrival. */
final class FilesPhase {

  private static final Logger LOG = LoggerFactory.getLogger(FilesPhase.class);

  /** A message delivered more often than this is rejected: each worker that received it died. */
  static final int MAX_RECEIVES = 100;

  private static final int EXCERPT_LENGTH = 200;
  private static final long POLL_MILLIS = 500;

  private final ValidationMessages messages;
  private final FileRecords records;
  private final FileValidation validation;
  private final Duration patience;
  private final Predicate<RuntimeException> isOutage;
  private final Supplier<Instant> now;

  /**
   * Creates the phase.
   *
   * @param patience how long to wait for a file that ingest-service is still processing
   * @param isOutage whether a failure is one of the store, the queue or the disk
   */
  FilesPhase(
      ValidationMessages messages,
      FileRecords records,
      FileValidation validation,
      Duration patience,
      Predicate<RuntimeException> isOutage,
      Supplier<Instant> now) {
    this.messages = messages;
    this.records = records;
    this.validation = validation;
    this.patience = patience;
    this.isOutage = isOutage;
    this.now = now;
  }

  /** Processes messages until none is left. */
  void run(Run run, Checkpoints checkpoints, Instant before) {
    for (Optional<Received> next = next(run, before); next.isPresent(); next = next(run, before)) {
      try (Received message = next.get()) {
        process(message, run, checkpoints);
      }
      checkpoints.stopIfAsked();
    }
  }

  /** The queue's counts may lag; the message of a file in progress is certain to come again. */
  private Optional<Received> next(Run run, Instant before) {
    Instant until = now.get().plus(patience);
    Optional<Received> next = messages.receive(before);
    while (next.isEmpty() && !run.checkpoint().fileId().isEmpty() && now.get().isBefore(until)) {
      next = messages.receive(before);
    }
    return next;
  }

  private void process(Received message, Run run, Checkpoints checkpoints) {
    Optional<ArrivedFile> arrived = message.file();
    if (arrived.isEmpty()) {
      reject(message, run, checkpoints, "it is not the JSON of an arrived file");
      return;
    }
    Optional<FileRecord> file = awaitFinished(arrived.get());
    if (file.isEmpty()) {
      reject(message, run, checkpoints, "there is no record of the file that it names");
    } else if (file.get().validatedIn().isPresent()) {
      LOG.info("{} was checked in run {}", arrived.get().key(), file.get().validatedIn().get());
      message.acknowledge();
    } else if (!file.get().status().finished()) {
      requeue(message, file.get(), run, checkpoints);
    } else if (message.receives() > MAX_RECEIVES) {
      reject(
          message,
          run,
          checkpoints,
          "it was received " + MAX_RECEIVES + " times and its file was never checked to the end");
    } else {
      check(message, file.get(), run, checkpoints);
    }
  }

  private void check(Received message, FileRecord file, Run run, Checkpoints checkpoints) {
    LOG.info("Checking {}, {}, receive {}", file.upload().key(), file.status(), message.receives());
    try {
      checkOrReport(message, file, run, checkpoints);
      message.acknowledge();
    } catch (StoppedException e) {
      message.release();
      throw e;
    } catch (HiddenTooLongException e) {
      // The checkpoint is saved: the next delivery resumes there.
      LOG.info("Releasing {} after {}", file.upload().key(), message.hiddenFor());
      message.release();
    }
  }

  private void checkOrReport(Received message, FileRecord file, Run run, Checkpoints checkpoints) {
    try {
      validation.check(file, run, checkpoints, message);
    } catch (StoppedException | HiddenTooLongException | LeaseLostException e) {
      throw e;
    } catch (RuntimeException e) {
      reportUnchecked(file, checkpoints, e);
    }
  }

  /** A check that fails on one file must not prevent the check of the others. */
  private void reportUnchecked(FileRecord file, Checkpoints checkpoints, RuntimeException failure) {
    if (isOutage.test(failure)) {
      throw failure;
    }
    LOG.error("Could not check {}", file.upload().key(), failure);
    checkpoints.add(
        Finding.ofFile(
            Obstacle.UNCHECKED,
            file.upload().key(),
            "it could not be checked: " + failure,
            "a check that completes"));
    checkpoints.saveChecked(file, 0);
  }

  /** The next run checks the file if it is finished by then. */
  private void requeue(Received message, FileRecord file, Run run, Checkpoints checkpoints) {
    Finding finding =
        Finding.ofFile(
            Obstacle.UNFINISHED,
            file.upload().key(),
            "%s since %s".formatted(file.status(), file.upload().uploadedAt()),
            "a finished file; the next run checks it");
    report(finding, message, run, checkpoints);
    message.requeue();
    checkpoints.save(run.checkpoint().betweenFiles());
  }

  private void reject(Received message, Run run, Checkpoints checkpoints, String reason) {
    String excerpt = Shortened.text(message.body(), EXCERPT_LENGTH);
    Finding finding =
        Finding.ofFile(
            Obstacle.MESSAGE,
            message.file().map(ArrivedFile::key).orElse(""),
            "a message moved to the dead-letter queue because " + reason + ": " + excerpt,
            "the name of a file that arrived");
    report(finding, message, run, checkpoints);
    message.deadLetter(reason);
    checkpoints.save(run.checkpoint().betweenFiles());
  }

  /** Saves a finding about a message before the message goes; a crash in between adds no second. */
  private static void report(Finding finding, Received message, Run run, Checkpoints checkpoints) {
    if (!run.checkpoint().fileId().equals(message.id())) {
      checkpoints.add(finding);
      checkpoints.save(run.checkpoint().afterLine(message.id(), 0));
    }
  }

  /** Waits for a file that ingest-service is still processing, as long as the patience allows. */
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
