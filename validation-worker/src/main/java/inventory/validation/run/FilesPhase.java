package inventory.validation.run;

import inventory.model.Shortened;
import inventory.model.message.ArrivedFile;
import inventory.validation.domain.FileRecord;
import inventory.validation.domain.Finding;
import inventory.validation.run.Checkpoints.StoppedException;
import inventory.validation.run.Runs.LeaseLostException;
import inventory.validation.run.ValidationMessages.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks all files that arrived before an instant, one at a time, in order of arrival: those that
 * the queue names, then those that only have a record.
 */
final class FilesPhase {

  private static final Logger LOG = LoggerFactory.getLogger(FilesPhase.class);

  /** A file, or a level, at which this many processes ended is not checked. */
  static final int MAX_STARTS = 3;

  /** A record may be younger than its message, and a message younger than this run. */
  private static final Duration QUIET = Duration.ofHours(1);

  /** A run begins no further file after this time: the next one starts soon. */
  private static final Duration LONGEST = Duration.ofHours(23);

  /** How often a file that is being processed is looked at within the patience. */
  private static final int LOOKS = 40;

  private static final int EXCERPT_LENGTH = 200;

  private final Ports ports;
  private final Duration patience;
  private final FileValidation validation;
  private final Supplier<Instant> now;
  private final Set<String> unfinished = new HashSet<>();

  FilesPhase(Ports ports, Timing timing, FileValidation validation, Supplier<Instant> now) {
    this.ports = ports;
    this.patience = timing.filePatience();
    this.validation = validation;
    this.now = now;
  }

  /**
   * Checks the file at which the run stopped, then what the queue names, then what it does not.
   *
   * @param before files that arrived later are left for the next run
   * @param since the arrival of the earliest files that may not have been checked
   */
  void run(Run run, Checkpoints checkpoints, Instant before, Instant since) {
    ports
        .records()
        .find(run.checkpoint().fileId())
        .filter(file -> file.status().finished() && file.validatedIn().isEmpty())
        .ifPresent(
            file -> {
              begin(file, run, checkpoints);
              check(file, run, checkpoints);
            });
    Optional<Received> next = ports.messages().receive(before);
    while (next.isPresent()) {
      process(next.get(), run, checkpoints, before.plus(patience));
      checkpoints.stopIfAsked();
      if (isOver(before)) {
        reportRest(checkpoints);
        return;
      }
      next = ports.messages().receive(before);
    }
    ports
        .records()
        .unchecked(
            since, before.minus(QUIET), file -> checkUnnamed(file, run, checkpoints, before));
  }

  private boolean isOver(Instant start) {
    return now.get().isAfter(start.plus(LONGEST));
  }

  /** What this run cannot reach before the next start is the next run's, the earliest first. */
  private void reportRest(Checkpoints checkpoints) {
    int waiting = ports.messages().waiting();
    if (waiting > 0) {
      checkpoints.add(
          Finding.ofRun(
              Obstacle.UNFINISHED,
              "files not reached within %d hours: about %d".formatted(LONGEST.toHours(), waiting),
              "all files; the next run checks the earliest of them first"));
    }
  }

  private void process(Received message, Run run, Checkpoints checkpoints, Instant until) {
    Optional<ArrivedFile> arrived = message.file();
    if (arrived.isEmpty()) {
      reject(message, run, checkpoints, "it is not the JSON of an arrived file");
      return;
    }
    Optional<FileRecord> file = ports.records().find(arrived.get().fileId());
    if (file.isEmpty()) {
      reject(message, run, checkpoints, "there is no record of the file that it names");
    } else if (file.get().validatedIn().isPresent()) {
      LOG.info("{} was checked in run {}", arrived.get().key(), file.get().validatedIn().get());
      message.acknowledge();
    } else if (file.get().status().finished()) {
      // From here on the run's checkpoint names the file; its message is not needed any more.
      begin(file.get(), run, checkpoints);
      message.acknowledge();
      check(file.get(), run, checkpoints);
    } else if (now.get().isBefore(until) && ports.pauses().await(patience.dividedBy(LOOKS))) {
      message.release();
    } else {
      requeue(message, file.get(), run, checkpoints);
    }
  }

  private static void begin(FileRecord file, Run run, Checkpoints checkpoints) {
    checkpoints.save(run.checkpoint().atFile(file.upload().fileId()));
  }

  private void check(FileRecord file, Run run, Checkpoints checkpoints) {
    LOG.info("Checking {}, {}", file.upload().key(), file.status());
    if (run.checkpoint().fileStarts() > MAX_STARTS) {
      saveUnchecked(file, checkpoints, MAX_STARTS + " processes ended while they checked it");
      return;
    }
    try {
      validation.check(file, run, checkpoints);
    } catch (StoppedException | LeaseLostException e) {
      throw e;
    } catch (RuntimeException e) {
      if (ports.isOutage().test(e) || checkpoints.isSaving()) {
        throw e;
      }
      // A check that fails on one file must not prevent the check of the others.
      LOG.error("Could not check {}", file.upload().key(), e);
      saveUnchecked(file, checkpoints, "it could not be checked: " + e);
    }
  }

  private static void saveUnchecked(FileRecord file, Checkpoints checkpoints, String found) {
    checkpoints.add(
        Finding.ofFile(
            Obstacle.UNCHECKED,
            file.upload().key(),
            file.upload().fileId(),
            found,
            "a check that completes"));
    checkpoints.saveChecked(file, 0);
  }

  /** A file that no message named: the message was lost, or expired. */
  private void checkUnnamed(FileRecord file, Run run, Checkpoints checkpoints, Instant start) {
    String key = file.upload().key();
    if (file.status().finished()) {
      if (isOver(start)) {
        // The next run finds it the same way.
        return;
      }
      checkpoints.add(
          Finding.ofFile(
              Obstacle.MESSAGE,
              key,
              file.upload().fileId(),
              "no message named it for the validation",
              "a message for each file that arrives; it is checked now"));
      begin(file, run, checkpoints);
      check(file, run, checkpoints);
      checkpoints.stopIfAsked();
    } else if (unfinished.add(key)) {
      checkpoints.add(unfinished(file));
    }
  }

  private static Finding unfinished(FileRecord file) {
    return Finding.ofFile(
        Obstacle.UNFINISHED,
        file.upload().key(),
        file.upload().fileId(),
        "%s since %s".formatted(file.status(), file.upload().uploadedAt()),
        "a finished file; the next run checks it");
  }

  /** The next run checks the file if it is finished by then. */
  private void requeue(Received message, FileRecord file, Run run, Checkpoints checkpoints) {
    unfinished.add(file.upload().key());
    report(unfinished(file), message, run, checkpoints);
    message.requeue();
    checkpoints.save(run.checkpoint().betweenFiles());
  }

  private void reject(Received message, Run run, Checkpoints checkpoints, String reason) {
    String excerpt = Shortened.text(message.body(), EXCERPT_LENGTH);
    Finding finding =
        Finding.ofFile(
            Obstacle.MESSAGE,
            message.file().map(ArrivedFile::key).orElse(""),
            message.file().map(ArrivedFile::fileId).orElse(""),
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
}
