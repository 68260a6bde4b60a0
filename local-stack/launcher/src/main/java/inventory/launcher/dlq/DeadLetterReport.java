package inventory.launcher.dlq;

import inventory.launcher.dlq.DeadLetter.Failure;
import inventory.launcher.dlq.DeadLetterQueues.Counts;
import inventory.launcher.terminal.Terminal;
import inventory.launcher.terminal.TextTable;
import inventory.model.resource.QueueDefinition;
import java.util.List;
import picocli.CommandLine.Help.Ansi.Style;

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
    terminal.line("");
    terminal.line("  " + terminal.styled(Style.bold, letter.id()));
    letter.files().forEach(file -> entry("file", file));
    entry("sent", letter.sentAt().toString());
    entry("received", letter.receives() + (letter.receives() == 1 ? " time" : " times"));
    entry("failure", letter.failure().map(DeadLetterReport::text).orElse(NOT_RECORDED));
    int more = letter.body().length() - BODY_CHARACTERS;
    entry(
        "body",
        more <= 0
            ? letter.body()
            : letter.body().substring(0, BODY_CHARACTERS) + " … and " + more + " more characters");
  }

  private static String text(Failure failure) {
    return "%s (at %s, on receive %d)"
        .formatted(failure.reason(), failure.at(), failure.receives());
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
