package inventory.pipe;

import static org.awaitility.Awaitility.await;

import inventory.model.resource.Queues;
import inventory.testkit.EmbeddedStream;
import inventory.testkit.Resources;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A pipe in the test's own process, with short pauses. Closing it ends it at any point. */
final class RunningPipe implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Thread thread;
  private volatile Optional<RuntimeException> failure = Optional.empty();

  private RunningPipe(Pipe pipe) {
    this.thread = new Thread(() -> run(pipe), "pipe");
  }

  /** A pipe between the stream and the queues of the resources. */
  static RunningPipe start(EmbeddedStream stream, Resources resources, Path checkpoints) {
    return start(stream, queue(resources.sqs(), resources), checkpoints);
  }

  static Delivery.Queues queue(SqsClient sqs, Resources resources) {
    return Application.queues(
        sqs,
        resources.queueUrl(resources.queue(Queues.EVENTS)),
        resources.queueUrl(resources.queue(Queues.EVENTS_UNDELIVERED)));
  }

  static RunningPipe start(EmbeddedStream stream, Delivery.Queues queue, Path checkpoints) {
    StreamDescriptionSummary summary =
        stream
            .kinesis()
            .describeStreamSummary(r -> r.streamName(stream.name()))
            .streamDescriptionSummary();
    Retries retries = Records.retries(Duration.ofMillis(5), Duration.ofMillis(50));
    RunningPipe running =
        new RunningPipe(
            new Pipe(
                stream.kinesis(),
                summary,
                new Delivery(
                    new MessageForm(summary.streamARN()), queue, retries, InstantSource.system()),
                checkpoints,
                retries,
                Duration.ofMillis(20)));
    running.thread.start();
    return running;
  }

  private void run(Pipe pipe) {
    try {
      pipe.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure = Optional.of(e);
    }
  }

  /** Waits until the pipe fails. */
  RuntimeException awaitFailure() {
    await().atMost(PATIENCE).until(() -> failure.isPresent());
    return failure.orElseThrow();
  }

  @Override
  public void close() {
    thread.interrupt();
    await().atMost(PATIENCE).until(() -> !thread.isAlive());
  }
}
