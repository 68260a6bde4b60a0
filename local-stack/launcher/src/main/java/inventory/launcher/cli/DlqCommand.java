package inventory.launcher.cli;

import inventory.launcher.dlq.DeadLetterQueue;
import inventory.launcher.dlq.DeadLetterQueues;
import inventory.launcher.dlq.DeadLetterReport;
import inventory.launcher.dlq.DeadLetters;
import inventory.launcher.terminal.Terminal;
import inventory.stack.aws.AwsClients;
import inventory.stack.aws.ResourceNames;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows messages that failed for good, and moves them back. */
@Command(
    name = "dlq",
    description = "Show the messages in the dead-letter queues, or move them back.")
final class DlqCommand {

  private final Terminal terminal;
  private final Duration wait;

  @Spec private CommandSpec spec;

  DlqCommand() {
    this(Terminal.standard(), Duration.ofSeconds(1));
  }

  /**
   * Prepares the commands.
   *
   * @param wait how long to wait for a message before a queue counts as empty
   */
  DlqCommand(Terminal terminal, Duration wait) {
    this.terminal = terminal;
    this.wait = wait;
  }

  @Command(
      name = "list",
      description = "List all queues with their numbers of messages: waiting, in flight, dead.")
  int list(@Mixin EnvironmentOptions options) throws IOException {
    options.run(
        (clients, names) -> {
          DeadLetterQueues queues = new DeadLetterQueues(clients.sqs(), names);
          new DeadLetterReport(terminal).queues(queues.all().stream().map(queues::counts).toList());
        });
    return 0;
  }

  @Command(
      name = "show",
      description = "Show dead messages and why they failed. They stay in their queues.")
  int show(
      @Parameters(
              arity = "0..1",
              paramLabel = "QUEUE",
              description = "A queue, by its name in \"dlq list\". Default: all queues.")
          String queue,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "10",
              description = "Show at most this many messages of each queue (${DEFAULT-VALUE}).")
          int limit,
      @Mixin EnvironmentOptions options)
      throws IOException {
    if (limit < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--limit is " + limit + ": it must be 1 or more");
    }
    DeadLetterReport report = new DeadLetterReport(terminal);
    options.run(
        (clients, names) -> {
          DeadLetterQueues queues = new DeadLetterQueues(clients.sqs(), names);
          for (DeadLetterQueue each : queues.find(Optional.ofNullable(queue))) {
            report.letters(
                each, letters(clients, names).read(each, limit), queues.counts(each).dead());
          }
        });
    return 0;
  }

  @Command(
      name = "redrive",
      description = "Move dead messages back to their queues, once the cause is fixed.")
  int redrive(
      @Parameters(
              arity = "0..1",
              paramLabel = "QUEUE",
              description = "A queue, by its name in \"dlq list\". Default: all queues.")
          String queue,
      @Mixin EnvironmentOptions options)
      throws IOException {
    DeadLetterReport report = new DeadLetterReport(terminal);
    options.run(
        (clients, names) -> {
          DeadLetterQueues queues = new DeadLetterQueues(clients.sqs(), names);
          for (DeadLetterQueue each : queues.find(Optional.ofNullable(queue))) {
            if (each.sourceUrl().isPresent()) {
              report.redriven(each, letters(clients, names).redrive(each));
            } else {
              report.stays(each);
            }
          }
        });
    return 0;
  }

  private DeadLetters letters(AwsClients clients, ResourceNames names) {
    return new DeadLetters(clients.sqs(), clients.dynamoDb(), names.table(), wait);
  }
}
