package inventory.launcher;

import inventory.launcher.generate.Backoff;
import inventory.launcher.generate.EventFile;
import inventory.launcher.generate.EventPublisher;
import inventory.launcher.generate.EventSink;
import inventory.launcher.generate.EventTarget;
import inventory.launcher.generate.FileTarget;
import inventory.launcher.generate.FolderFiles;
import inventory.launcher.generate.KinesisEvents;
import inventory.launcher.generate.QueueEvents;
import inventory.launcher.generate.Rate;
import inventory.launcher.generate.S3Files;
import inventory.launcher.generate.Totals;
import inventory.launcher.generate.TotalsFile;
import inventory.launcher.terminal.Progress;
import inventory.launcher.terminal.Terminal;
import inventory.model.resource.Queues;
import inventory.model.resource.Variables;
import inventory.stack.LaunchException;
import inventory.stack.aws.AwsClients;
import inventory.stack.aws.ResourceNames;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where generated data and their totals go, and how fast. */
final class GenerateOutput {

  @Option(
      names = "--rate",
      paramLabel = "RATE",
      converter = Converters.RateConverter.class,
      description =
          "How many files or events in a time, as 500/s or 30/min. Without it: as fast as possible.")
  private Rate rate;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description =
          "Write to this folder: files under their keys, events as events.jsonl. Without it: into"
              + " the environment that is running.")
  private Path to;

  @Option(
      names = "--totals",
      paramLabel = "FILE",
      description = "Where the totals go, for ./inventory verify. Without it: to the output.")
  private Path totals;

  @Mixin private EnvironmentOptions environment;

  private final Terminal messages = Terminal.error();

  /**
   * What generates.
   *
   * @param <T> what takes it
   */
  @FunctionalInterface
  interface Work<T> {
    /** Does it; returns what all adds up to. */
    Totals into(T target, Progress progress) throws IOException, InterruptedException;
  }

  /** How many in a time; as fast as possible if there is none. */
  Optional<Rate> rate() {
    return Optional.ofNullable(rate);
  }

  /**
   * Drops files, and writes down what they add up to.
   *
   * @param number how many there are
   */
  void files(long number, Work<FileTarget> work) throws Exception {
    requireTotalsFolder();
    if (to != null) {
      generate(work, new FolderFiles(to), "files", number);
    } else {
      environment.run(
          (clients, names) ->
              generate(work, new S3Files(clients.s3(), names.bucket()), "files", number));
    }
  }

  /**
   * Publishes events, and writes down what they add up to.
   *
   * @param number how many there are
   */
  void events(long number, Work<EventSink> work) throws Exception {
    requireTotalsFolder();
    if (to != null) {
      try (EventSink file = new EventFile(to)) {
        generate(work, file, "events", number);
      }
    } else {
      environment.run(
          (clients, names) -> {
            EventTarget target = target(clients, names);
            try (EventSink publisher = new EventPublisher(target, Backoff.STANDARD)) {
              generate(work, publisher, "events", number);
            }
          });
    }
  }

  private EventTarget target(AwsClients clients, ResourceNames names) throws IOException {
    String stream = environment.variables(System.getenv()).get(Variables.STREAM);
    if (stream != null && clients.kinesis().isPresent()) {
      return new KinesisEvents(clients.kinesis().get(), stream);
    }
    String queue = names.queue(Queues.EVENTS);
    messages.line("No event stream here: the events go straight into the queue " + queue + ".");
    String url = clients.sqs().getQueueUrl(r -> r.queueName(queue)).queueUrl();
    return new QueueEvents(clients.sqs(), url, InstantSource.system());
  }

  private <T> void generate(Work<T> work, T target, String what, long number)
      throws IOException, InterruptedException {
    Totals result;
    try (Progress progress = new Progress(messages, what, number)) {
      result = work.into(target, progress);
    }
    if (totals == null) {
      TotalsFile.write(result, System.out);
    } else {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(totals))) {
        TotalsFile.write(result, out);
      }
    }
  }

  /** Who generates for minutes does not want to hear of it at the end. */
  private void requireTotalsFolder() {
    if (totals != null && !Files.isDirectory(totals.toAbsolutePath().getParent())) {
      throw new LaunchException(
          "--totals is " + totals + ", whose folder does not exist: create it, or name another");
    }
  }
}
