package inventory.launcher;

import inventory.launcher.dlq.DeadLetterQueue;
import inventory.launcher.dlq.DeadLetterQueues;
import inventory.launcher.dlq.DeadLetterReport;
import inventory.launcher.dlq.DeadLetters;
import inventory.launcher.dlq.FailureReasons;
import inventory.launcher.terminal.Terminal;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows dead messages, and leaves them where they are. */
@Command(
    name = "show",
    sortOptions = false,
    description = "Show dead messages, why they failed, and what is in them. All stay there.")
final class DlqShowCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(
      arity = "0..1",
      paramLabel = "QUEUE",
      description = "A queue, as ingest or inventory-ingest; all without it.")
  private Optional<String> queue = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "At most so many messages of each queue (${DEFAULT-VALUE}).")
  private int limit;

  @Mixin private EnvironmentOptions options;

  @Spec private CommandSpec spec;

  DlqShowCommand() {
    this(Terminal.standard());
  }

  DlqShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (limit < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--limit is " + limit + ": it must be 1 or more");
    }
    DeadLetterReport report = new DeadLetterReport(terminal);
    options.run(
        (clients, names) -> {
          DeadLetterQueues queues = new DeadLetterQueues(clients.sqs(), names);
          DeadLetters letters =
              new DeadLetters(clients.sqs(), new FailureReasons(clients.dynamoDb(), names.table()));
          for (DeadLetterQueue each : queues.find(queue)) {
            report.letters(each, letters.look(each, limit), queues.counts(each).dead());
          }
        });
    return 0;
  }
}
