package inventory.launcher.dlq;

import inventory.launcher.dlq.DeadLetter.Failure;
import inventory.launcher.dlq.DeadLetterQueues.Counts;
import inventory.launcher.terminal.Terminal;
import inventory.launcher.terminal.Terminal.Style;
import inventory.launcher.terminal.TextTable;
import inventory.launcher.terminal.TextTable.Column;
import java.util.List;

/** Prints what lies in the dead-letter queues, for people. */
public final class DeadLetterReport {

  private static final int BODY_CHARACTERS = 2_000;
  private static final String UNKNOWN = "not on record; the service's log may say";
  // Under the first line of an entry's text.
  private static final String NEXT_LINE = "\n" + " ".repeat(13);

  private final Terminal terminal;

  /** Prints here. */
  public DeadLetterReport(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Prints every queue with its counts. */
  public void queues(List<Counts> counts) {
    TextTable table =
        new TextTable(
            Column.text("Queue"),
            Column.number("Waiting"),
            Column.number("In flight"),
            Column.text("Dead-letter queue"),
            Column.number("Dead"));
    for (Counts each : counts) {
      table.row(
          each.queue().source(), each.waiting(), each.inFlight(), each.queue().name(), each.dead());
    }
    table.print(terminal);
  }

  /**
   * Prints the messages of a dead-letter queue.
   *
   * @param letters some or all of them
   * @param total how many there are
   */
  public void letters(DeadLetterQueue queue, List<DeadLetter> letters, long total) {
    long all = Math.max(total, letters.size());
    terminal.heading("%s: %s".formatted(queue.name(), messages(all)));
    letters.forEach(this::letter);
    if (letters.size() < all) {
      terminal.line();
      terminal.line(
          "  %d of %d shown; --limit shows more, and what another look holds comes back in 30 s."
              .formatted(letters.size(), all));
      if (queue.isFifo()) {
        terminal.line("  A FIFO queue shows no more than the first ten of each message group.");
      }
    }
  }

  private void letter(DeadLetter letter) {
    terminal.line();
    terminal.line("  " + terminal.styled(Style.BOLD, letter.id()));
    letter.files().forEach(file -> entry("file", file));
    entry("sent", letter.sentAt().toString());
    entry("received", letter.receives() + (letter.receives() == 1 ? " time" : " times"));
    entry("why", letter.failure().map(DeadLetterReport::why).orElse(UNKNOWN));
    entry("body", shortened(letter.body()));
  }

  private static String why(Failure failure) {
    return "%s (at %s, when it was received for the %d. time)"
        .formatted(failure.reason(), failure.at(), failure.receives());
  }

  private static String shortened(String body) {
    int more = body.length() - BODY_CHARACTERS;
    return more <= 0
        ? body
        : body.substring(0, BODY_CHARACTERS) + " … and " + more + " characters more";
  }

  private void entry(String name, String value) {
    String label = terminal.styled(Style.FAINT, "%-9s".formatted(name));
    terminal.line("    " + label + Terminal.printable(value).replace("\n", NEXT_LINE));
  }

  /** Prints what was put back. */
  public void redriven(DeadLetterQueue queue, int count) {
    terminal.line("  %s put back into %s".formatted(messages(count), queue.source()));
  }

  /** Prints that nothing of this one can be put back. */
  public void stays(DeadLetterQueue queue) {
    terminal.line("  %s stays as it is: it tells of records of the stream".formatted(queue.name()));
  }

  private static String messages(long count) {
    return count + (count == 1 ? " message" : " messages");
  }
}
