package inventory.launcher.terminal;

/** How far a long work is, in a line that changes; where lines cannot change, nothing is shown. */
public final class Progress implements AutoCloseable {

  private static final int BAR = 30;
  private static final long INTERVAL_NANOS = 100_000_000;
  private static final double NANOS_PER_SECOND = 1e9;

  private final Terminal terminal;
  private final String what;
  private final long all;
  private final long begin = System.nanoTime();
  private long shownAt = begin;
  private long done;

  /**
   * Begins.
   *
   * @param what is counted, in the plural
   * @param all how many there will be
   */
  public Progress(Terminal terminal, String what, long all) {
    this.terminal = terminal;
    this.what = what;
    this.all = all;
  }

  /** A bar that is filled so far. */
  public static String bar(long done, long all) {
    int filled = (int) Math.min(BAR, BAR * done / Math.max(1, all));
    return "█".repeat(filled) + "░".repeat(BAR - filled);
  }

  /** One more is done. */
  public void step() {
    done++;
    long now = System.nanoTime();
    if (terminal.styled() && now - shownAt > INTERVAL_NANOS) {
      shownAt = now;
      long perSecond = Math.round(done / ((now - begin) / NANOS_PER_SECOND));
      terminal.status(
          "  %s %,d of %,d %s, %,d/s".formatted(bar(done, all), done, all, what, perSecond));
    }
  }

  /** Takes the line away. */
  @Override
  public void close() {
    terminal.endStatus();
  }
}
