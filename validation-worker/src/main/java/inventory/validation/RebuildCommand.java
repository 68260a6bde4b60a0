package inventory.validation;

import inventory.validation.rebuild.Rebuild;
import inventory.validation.rebuild.RebuildResult;
import inventory.validation.rebuild.counters.CounterRebuild;
import inventory.validation.rebuild.source.CannotRebuildException;
import java.util.List;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code rebuild --check} prints what differs from the raw files; {@code rebuild --fix} also fixes
 * it. {@code --by NAME} and {@code --note TEXT} after {@code --fix} say who decided it, and why;
 * the decision is in the audit before anything changes.
 */
final class RebuildCommand implements Command {

  private static final Logger LOG = LoggerFactory.getLogger(RebuildCommand.class);
  private static final String CHECK = "--check";
  private static final String FIX = "--fix";
  private static final String BY = "--by";
  private static final String NOTE = "--note";

  private final Rebuild rebuild;
  private final CounterRebuild counters;
  private final RebuildPrinter printer;
  private final BiConsumer<String, String> audit;

  /**
   * Creates the command.
   *
   * @param audit records who decided to fix differences, and why
   */
  RebuildCommand(
      Rebuild rebuild,
      CounterRebuild counters,
      RebuildPrinter printer,
      BiConsumer<String, String> audit) {
    this.rebuild = rebuild;
    this.counters = counters;
    this.printer = printer;
    this.audit = audit;
  }

  @Override
  public String name() {
    return "rebuild";
  }

  @Override
  public int run(List<String> options) {
    boolean mayFix = isFix(options);
    if (!mayFix && !options.equals(List.of(CHECK))) {
      printer.failed(
          "Use rebuild %s or rebuild %s [%s NAME] [%s TEXT]".formatted(CHECK, FIX, BY, NOTE));
      return FAILED;
    }
    try {
      if (mayFix) {
        audit.accept(option(options, BY), option(options, NOTE));
      }
      RebuildResult levels = rebuild.run(mayFix, printer);
      // After the levels, whose corrections are counted as well.
      RebuildResult result = levels.plus(counters.run(mayFix, printer));
      printer.end(result);
      return exitCode(result);
    } catch (CannotRebuildException e) {
      printer.failed(e.getMessage());
      return FAILED;
    } catch (RuntimeException e) {
      // Without this the exit code would be 1, which means that there are differences.
      LOG.error("The rebuild failed: {}", e.getMessage(), e);
      printer.failed(e.getMessage());
      return FAILED;
    }
  }

  private static boolean isFix(List<String> options) {
    boolean isFix = !options.isEmpty() && options.get(0).equals(FIX) && options.size() % 2 == 1;
    for (int i = 1; isFix && i < options.size(); i += 2) {
      isFix = List.of(BY, NOTE).contains(options.get(i));
    }
    return isFix;
  }

  /** The value after a name; empty if it is absent. */
  private static String option(List<String> options, String name) {
    int at = options.subList(1, options.size()).indexOf(name);
    return at < 0 ? "" : options.get(at + 2);
  }

  private static int exitCode(RebuildResult result) {
    if (result.unverified() > 0) {
      return FAILED;
    }
    return result.differences() > result.fixed() ? FINDINGS : WELL;
  }
}
