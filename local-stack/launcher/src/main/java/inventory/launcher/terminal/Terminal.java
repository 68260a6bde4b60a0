package inventory.launcher.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Prints for people. Colour and lines that change in place are for a terminal; in a pipe or with
 * {@code NO_COLOR} the output is plain text.
 */
public final class Terminal {

  private static final String RESET = "\u001b[0m";
  // What Unicode has in place of what cannot be shown.
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
   * @param styled whether colour and changing lines are wanted
   */
  public Terminal(PrintStream out, boolean styled) {
    this.out = out;
    this.styled = styled;
  }

  /** The terminal of this process. */
  public static Terminal standard() {
    return of(FileDescriptor.out, "inventory.terminal");
  }

  /** The terminal for what is said beside the output. */
  public static Terminal error() {
    return of(FileDescriptor.err, "inventory.terminal.error");
  }

  private static Terminal of(FileDescriptor stream, String property) {
    // Java 22 and later have a console for a pipe, too: ./inventory asks the shell instead.
    boolean isTerminal = Boolean.getBoolean(property);
    return new Terminal(
        new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8),
        isTerminal && wantsColour(System.getenv()));
  }

  static boolean wantsColour(Map<String, String> environment) {
    boolean refused =
        Optional.ofNullable(environment.get("NO_COLOR")).filter(v -> !v.isEmpty()).isPresent();
    return !refused && !"dumb".equals(environment.get("TERM"));
  }

  /** Whether lines can change in place, and text has colour. */
  boolean styled() {
    return styled;
  }

  /** How a piece of text looks. */
  public enum Style {
    /** Headings. */
    BOLD("1"),
    /** What matters less. */
    FAINT("2"),
    /** What went well. */
    GOOD("32"),
    /** What deserves a look. */
    WARN("33"),
    /** What went wrong. */
    BAD("31"),
    /** Names of things to type or open. */
    NAME("36");

    private final String code;

    Style(String code) {
      this.code = code;
    }
  }

  /** The text in a style, or as it is where there are no styles. */
  public String styled(Style style, String text) {
    return styled ? "\u001b[" + style.code + "m" + text + RESET : text;
  }

  /** A text of others without what a terminal would obey instead of showing it. */
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

  /** Prints an empty line. */
  public void line() {
    line("");
  }

  /** Prints a heading with space above it. */
  public void heading(String text) {
    line();
    line(styled(Style.BOLD, text));
  }

  /**
   * Shows what is going on, in place of the last status; where lines stay, at most once a second.
   */
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

  /** Takes the status away. */
  public synchronized void endStatus() {
    if (statusShown) {
      out.print(CLEAR_LINE);
      out.flush();
      statusShown = false;
    }
  }
}
