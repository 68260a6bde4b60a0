package inventory.launcher.cli;

import inventory.launcher.dlq.DeadLetters;
import inventory.launcher.dlq.DeadLetters.Counts;
import inventory.launcher.dlq.DeadLetters.DeadLetter;
import inventory.launcher.dlq.DeadLetters.Queue;
import inventory.launcher.terminal.Terminal;
import inventory.launcher.terminal.TextTable;
import inventory.model.AlertRecord.Decision;
import inventory.model.inbox.S3Notifications;
import inventory.model.inbox.Upload;
import inventory.model.resource.QueueDefinition;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Shows messages that failed for good, and moves them back. */
@Command(
    name = "dlq",
    description = "Show the messages in the dead-letter queues, or move them back.")
final class DlqCommand {

  private static final int BODY_CHARACTERS = 2_000;
  private static final String NEXT_LINE = "\n" + " ".repeat(13);

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

  /** The queue of a command, and its environment. */
  private static final class Target {

    @Parameters(
        arity = "0..1",
        paramLabel = "QUEUE",
        description = "A queue, by its name in \"dlq list\". Default: all queues.")
    private String queue;

    @Mixin private EnvironmentOptions options;
  }

  @Command(
      name = "list",
      description = "List all queues with their numbers of messages: waiting, in flight, dead.")
  int list(@Mixin EnvironmentOptions options) throws IOException {
    TextTable table =
        new TextTable("Queue", "Waiting", "In flight", "Dead-letter queue", "Messages");
    options.run(
        (clients, names) -> {
          DeadLetters letters = new DeadLetters(clients, names, wait);
          for (Queue queue : letters.find(null)) {
            Counts counts = letters.counts(queue);
            table.row(
                queue.source(), counts.waiting(), counts.inFlight(), queue.name(), counts.dead());
          }
        });
    table.print(terminal);
    return 0;
  }

  @Command(
      name = "show",
      description = "Show dead messages and why they failed. They stay in their queues.")
  int show(
      @Mixin Target target,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "10",
              description = "Show at most this many messages of each queue (${DEFAULT-VALUE}).")
          int limit)
      throws IOException {
    if (limit < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--limit is " + limit + ": it must be 1 or more");
    }
    target.options.run(
        (clients, names) -> {
          DeadLetters letters = new DeadLetters(clients, names, wait);
          for (Queue queue : letters.find(target.queue)) {
            show(queue, letters.read(queue, limit), letters.counts(queue).dead());
          }
        });
    return 0;
  }

  @Command(
      name = "redrive",
      description = "Move dead messages back to their queues, once the cause is fixed.")
  int redrive(
      @Mixin Target target,
      @Option(
              names = "--note",
              paramLabel = "TEXT",
              defaultValue = "",
              description = "Why they are moved back, for the audit.")
          String note)
      throws IOException {
    Decision decision = new Decision(Instant.now(), System.getProperty("user.name"), note);
    target.options.run(
        (clients, names) -> {
          DeadLetters letters = new DeadLetters(clients, names, wait);
          for (Queue queue : letters.find(target.queue)) {
            terminal.line(
                queue.sourceUrl().isPresent()
                    ? "  %s moved back to %s"
                        .formatted(messages(letters.redrive(queue, decision)), queue.source())
                    : "  %s stays as it is: a stream takes no records back"
                        .formatted(queue.name()));
          }
        });
    return 0;
  }

  private void show(Queue queue, List<DeadLetter> letters, long total) {
    long all = Math.max(total, letters.size());
    terminal.heading("%s: %s".formatted(queue.name(), messages(all)));
    letters.forEach(this::show);
    if (letters.size() < all) {
      terminal.line("");
      terminal.line("  %d of %d shown. --limit shows more.".formatted(letters.size(), all));
      terminal.line("  Messages that another command is reading are visible again after 30 s.");
      if (queue.name().endsWith(QueueDefinition.FIFO)) {
        terminal.line("  A FIFO queue shows at most the first ten messages of each group.");
      }
    }
  }

  private void show(DeadLetter letter) {
    Message message = letter.message();
    String sent = message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP);
    String receives =
        message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
    String failure =
        letter
            .failure()
            .map(f -> "%s (at %s, on receive %d)".formatted(f.reason(), f.failedAt(), f.receives()))
            .orElse("not recorded; see the log of the service");
    String body = message.body();
    int more = body.length() - BODY_CHARACTERS;
    terminal.line("");
    terminal.line("  " + terminal.styled(Style.bold, message.messageId()));
    files(body).forEach(file -> entry("file", file));
    entry("sent", Instant.ofEpochMilli(Long.parseLong(sent)).toString());
    entry("received", receives + (receives.equals("1") ? " time" : " times"));
    entry("failure", failure);
    entry(
        "body",
        more <= 0
            ? body
            : body.substring(0, BODY_CHARACTERS) + " … and " + more + " more characters");
  }

  /** The keys of the files that an S3 notification announces. */
  private static List<String> files(String body) {
    try {
      return new S3Notifications(ObjectMapper.getDefault())
          .uploads(body).stream().map(Upload::key).toList();
    } catch (RuntimeException e) {
      // A dead message may be any text, also one that made a reader fail.
      return List.of();
    }
  }

  private void entry(String name, String value) {
    String label = terminal.styled(Style.faint, "%-9s".formatted(name));
    terminal.line("    " + label + Terminal.printable(value).replace("\n", NEXT_LINE));
  }

  private static String messages(long count) {
    return count + (count == 1 ? " message" : " messages");
  }
}
