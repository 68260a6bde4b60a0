package inventory.launcher.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Prints for people. Colours and a changing status line need a terminal; in a pipe or with {@code
 * NO_COLOR} the output is plain text.
 */
public final class Terminal {

  private static final int BAR = 30;
  private static final int UNPRINTABLE = '\uFFFD';
  private static final long STATUS_NANOS = 1_000_000_000;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean styled;
  private boolean statusShown;
  private String lastStatus = "";
  private long lastStatusAt = System.nanoTime() - STATUS_NANOS;

  /**
   * Prints to a stream.
   *
   * @param styled whether to print colours and a changing status line
   */
  public Terminal(PrintStream out, boolean styled) {
    this.out = out;
    this.styled = styled;
  }

  /** Prints to the standard output. */
  public static Terminal standard() {
    return of(FileDescriptor.out, "inventory.terminal");
  }

  /** Prints to the standard error, for messages that are not a part of the output. */
  public static Terminal error() {
    return of(FileDescriptor.err, "inventory.terminal.error");
  }

  /** {@code ./inventory} sets the property: Java 22 and later see a console in a pipe, too. */
  private static Terminal of(FileDescriptor stream, String property) {
    return new Terminal(
        new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8),
        Boolean.getBoolean(property) && wantsColour(System.getenv()));
  }

  static boolean wantsColour(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  /** The text in a style, or unchanged without colours. */
  public String styled(IStyle style, String text) {
    return styled ? Style.on(style) + text + Style.off(style) : text;
  }

  /** Whether colours and a changing status line are printed. */
  public boolean styled() {
    return styled;
  }

  /** Replaces control characters, which a terminal would obey instead of showing them. */
  public static String printable(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) && c != '\n' && c != '\t' ? UNPRINTABLE : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Prints a line. */
  public synchronized void line(String text) {
    endStatus();
    out.println(text);
  }

  /** Prints a heading below an empty line. */
  public void heading(String text) {
    line("");
    line(styled(Style.bold, text));
  }

  /** Replaces the status line. Without colours, prints a changed status at most once a second. */
  public synchronized void status(String text) {
    if (styled) {
      out.print(CLEAR_LINE + text);
      out.flush();
      statusShown = true;
    } else if (!text.equals(lastStatus) && System.nanoTime() - lastStatusAt > STATUS_NANOS) {
      out.println(text);
      lastStatus = text;
      lastStatusAt = System.nanoTime();
    }
  }

  /** Removes the status line. */
  public synchronized void endStatus() {
    if (statusShown) {
      out.print(CLEAR_LINE);
      out.flush();
      statusShown = false;
    }
  }

  /** A progress bar. */
  public static String bar(long done, long all) {
    int filled = (int) Math.min(BAR, BAR * done / Math.max(1, all));
    return "█".repeat(filled) + "░".repeat(BAR - filled);
  }
}
