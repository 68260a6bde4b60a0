package inventory.launcher;

import inventory.launcher.dlq.DeadLetterQueue;
import inventory.launcher.dlq.DeadLetterQueues;
import inventory.launcher.dlq.DeadLetterReport;
import inventory.launcher.dlq.Redrive;
import inventory.launcher.terminal.Terminal;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Puts dead messages back to where they came from. */
@Command(
    name = "redrive",
    sortOptions = false,
    description = "Put dead messages back into their queues, once what failed them is mended.")
final class DlqRedriveCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(
      arity = "0..1",
      paramLabel = "QUEUE",
      description = "A queue, as ingest or inventory-ingest; all without it.")
  private Optional<String> queue = Optional.empty();

  @Mixin private EnvironmentOptions options;

  DlqRedriveCommand() {
    this(Terminal.standard());
  }

  DlqRedriveCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    DeadLetterReport report = new DeadLetterReport(terminal);
    options.run(
        (clients, names) -> {
          Redrive redrive = new Redrive(clients.sqs());
          for (DeadLetterQueue each : new DeadLetterQueues(clients.sqs(), names).find(queue)) {
            if (each.sourceUrl().isPresent()) {
              report.redriven(each, redrive.all(each));
            } else {
              report.stays(each);
            }
          }
        });
    return 0;
  }
}
