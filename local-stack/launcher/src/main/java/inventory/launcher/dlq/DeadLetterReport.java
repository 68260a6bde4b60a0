package inventory.launcher.dlq;

import inventory.launcher.dlq.DeadLetterQueues.Counts;
import inventory.launcher.dlq.DeadLetters.DeadLetter;
import inventory.launcher.terminal.Terminal;
import inventory.launcher.terminal.TextTable;
import inventory.model.inbox.S3Notifications;
import inventory.model.inbox.Upload;
import inventory.model.resource.QueueDefinition;
import inventory.model.table.FailureItem;
import io.micronaut.serde.ObjectMapper;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Help.Ansi.Style;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Prints the contents of dead-letter queues. */
public final class DeadLetterReport {

  private static final int BODY_CHARACTERS = 2_000;
  private static final String NOT_RECORDED = "not recorded; see the log of the service";
  private static final String NEXT_LINE = "\n" + " ".repeat(13);

  private final Terminal terminal;

  /** Prints to a terminal. */
  public DeadLetterReport(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Prints all queues with their numbers of messages. */
  public void queues(List<Counts> counts) {
    TextTable table =
        new TextTable("Queue", "Waiting", "In flight", "Dead-letter queue", "Messages");
    counts.forEach(
        each ->
            table.row(
                each.queue().source(),
                each.waiting(),
                each.inFlight(),
                each.queue().name(),
                each.dead()));
    table.print(terminal);
  }

  /**
   * Prints messages of a dead-letter queue.
   *
   * @param total how many messages the queue has
   */
  public void letters(DeadLetterQueue queue, List<DeadLetter> letters, long total) {
    long all = Math.max(total, letters.size());
    terminal.heading("%s: %s".formatted(queue.name(), messages(all)));
    letters.forEach(this::letter);
    if (letters.size() < all) {
      terminal.line("");
      terminal.line("  %d of %d shown. --limit shows more.".formatted(letters.size(), all));
      terminal.line("  Messages that another command is reading are visible again after 30 s.");
      if (queue.name().endsWith(QueueDefinition.FIFO)) {
        terminal.line("  A FIFO queue shows at most the first ten messages of each group.");
      }
    }
  }

  private void letter(DeadLetter letter) {
    Message message = letter.message();
    String sent = message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP);
    String receives =
        message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
    terminal.line("");
    terminal.line("  " + terminal.styled(Style.bold, message.messageId()));
    files(message.body()).forEach(file -> entry("file", file));
    entry("sent", Instant.ofEpochMilli(Long.parseLong(sent)).toString());
    entry("received", receives + (receives.equals("1") ? " time" : " times"));
    entry("failure", letter.failure().map(DeadLetterReport::text).orElse(NOT_RECORDED));
    int more = message.body().length() - BODY_CHARACTERS;
    String shortened =
        message.body().substring(0, Math.min(BODY_CHARACTERS, BODY_CHARACTERS + more));
    entry("body", more <= 0 ? shortened : shortened + " … and " + more + " more characters");
  }

  private static String text(FailureItem failure) {
    return "%s (at %s, on receive %d)"
        .formatted(failure.reason(), failure.failedAt(), failure.receives());
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

  /** Prints how many messages were moved back. */
  public void redriven(DeadLetterQueue queue, int count) {
    terminal.line("  %s moved back to %s".formatted(messages(count), queue.source()));
  }

  /** Prints that the messages of a queue cannot be moved back. */
  public void stays(DeadLetterQueue queue) {
    terminal.line("  %s stays as it is: a stream takes no records back".formatted(queue.name()));
  }

  private static String messages(long count) {
    return count + (count == 1 ? " message" : " messages");
  }
}
