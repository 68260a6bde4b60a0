package inventory.launcher.cli;

import inventory.launcher.generate.FileDrop;
import inventory.launcher.generate.FileTarget;
import inventory.launcher.generate.Pace;
import inventory.launcher.generate.Totals;
import inventory.launcher.generate.event.EventFile;
import inventory.launcher.generate.event.EventPublisher;
import inventory.launcher.generate.event.EventTarget;
import inventory.launcher.generate.event.KinesisEvents;
import inventory.launcher.generate.event.QueueEvents;
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
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options for where generated data and their totals go, and how fast. */
final class GenerateOutput {

  @Option(names = "--rate", description = "Files or events per time, as 500/s or 30/min.")
  private Pace pace = Pace.unlimited();

  @Option(names = "--to", description = "Write to this folder, and not to an environment.")
  private Path to;

  @Option(names = "--totals", description = "File for the totals that ./inventory verify reads.")
  private Path totals;

  @Mixin private EnvironmentOptions environment;

  private final Terminal messages = Terminal.error();

  /** Generates files and stores them. */
  @FunctionalInterface
  interface FileWork {
    /** Generates; returns the totals. */
    Totals generate(FileDrop drop) throws IOException, InterruptedException;
  }

  /** Generates events and publishes them. */
  @FunctionalInterface
  interface EventWork {
    /** Generates; returns the totals. */
    Totals generate(EventPublisher publisher, Pace pace, Runnable afterEach)
        throws IOException, InterruptedException;
  }

  /** Stores this number of files and writes their totals. */
  void files(long number, FileWork work) throws Exception {
    requireTotalsFolder();
    Runnable progress = progress("files", number);
    if (to != null) {
      write(work.generate(new FileDrop(FileTarget.folder(to), pace, progress)));
    } else {
      environment.run(
          (clients, names) -> {
            FileTarget bucket = FileTarget.bucket(clients.s3(), names.bucket());
            write(work.generate(new FileDrop(bucket, pace, progress)));
          });
    }
  }

  /** Publishes this number of events and writes their totals. */
  void events(long number, EventWork work) throws Exception {
    requireTotalsFolder();
    if (to != null) {
      events(new EventFile(to), number, work);
    } else {
      environment.run((clients, names) -> events(target(clients, names), number, work));
    }
  }

  private void events(EventTarget target, long number, EventWork work)
      throws IOException, InterruptedException {
    try (EventPublisher publisher = new EventPublisher(target)) {
      write(work.generate(publisher, pace, progress("events", number)));
    }
  }

  private EventTarget target(AwsClients clients, ResourceNames names) throws IOException {
    String stream = environment.variables(System.getenv()).get(Variables.STREAM);
    if (stream != null && clients.kinesis().isPresent()) {
      return new KinesisEvents(clients.kinesis().get(), stream);
    }
    String queue = names.queue(Queues.EVENTS);
    messages.line("There is no event stream here, so the events go to the queue " + queue + ".");
    String url = clients.sqs().getQueueUrl(r -> r.queueName(queue)).queueUrl();
    return new QueueEvents(clients.sqs(), url, InstantSource.system());
  }

  /** Shows the progress where lines can change. */
  private Runnable progress(String what, long number) {
    AtomicLong done = new AtomicLong();
    long step = Math.max(1, number / 1_000);
    return () -> {
      if (done.incrementAndGet() % step == 0 && messages.styled()) {
        messages.status(
            "  %s %,d of %,d %s"
                .formatted(Terminal.bar(done.get(), number), done.get(), number, what));
      }
    };
  }

  private void write(Totals result) throws IOException {
    messages.endStatus();
    if (totals == null) {
      result.write(System.out);
    } else {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(totals))) {
        result.write(out);
      }
    }
  }

  /** Fails before the work and not after minutes of it. */
  private void requireTotalsFolder() {
    if (totals != null && !Files.isDirectory(totals.toAbsolutePath().getParent())) {
      throw new LaunchException(
          "--totals is " + totals + ", but its folder does not exist: create it, or name another");
    }
  }
}
