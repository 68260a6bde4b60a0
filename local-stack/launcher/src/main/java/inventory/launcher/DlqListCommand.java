package inventory.launcher;

import inventory.launcher.dlq.DeadLetterQueues;
import inventory.launcher.dlq.DeadLetterReport;
import inventory.launcher.terminal.Terminal;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the queues with what lies in them. */
@Command(
    name = "list",
    sortOptions = false,
    description = "List every queue: messages waiting, in flight, and dead.")
final class DlqListCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private EnvironmentOptions options;

  DlqListCommand() {
    this(Terminal.standard());
  }

  DlqListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    options.run(
        (clients, names) -> {
          DeadLetterQueues queues = new DeadLetterQueues(clients.sqs(), names);
          new DeadLetterReport(terminal).queues(queues.counts(queues.find(Optional.empty())));
        });
    return 0;
  }
}
