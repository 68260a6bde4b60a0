package inventory.validation;

import inventory.validation.rebuild.Rebuild;
import inventory.validation.rebuild.RebuildResult;
import inventory.validation.rebuild.counters.CounterRebuild;
import inventory.validation.rebuild.source.CannotRebuildException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code rebuild --check} prints what differs from the raw files; {@code rebuild --fix} also fixes
 * it.
 */
final class RebuildCommand implements Command {

  private static final Logger LOG = LoggerFactory.getLogger(RebuildCommand.class);
  private static final String CHECK = "--check";
  private static final String FIX = "--fix";

  private final Rebuild rebuild;
  private final CounterRebuild counters;
  private final RebuildPrinter printer;

  RebuildCommand(Rebuild rebuild, CounterRebuild counters, RebuildPrinter printer) {
    this.rebuild = rebuild;
    this.counters = counters;
    this.printer = printer;
  }

  @Override
  public String name() {
    return "rebuild";
  }

  @Override
  public int run(List<String> options) {
    if (!options.equals(List.of(CHECK)) && !options.equals(List.of(FIX))) {
      printer.failed("Use rebuild %s or rebuild %s".formatted(CHECK, FIX));
      return FAILED;
    }
    try {
      boolean mayFix = options.contains(FIX);
      RebuildResult levels = rebuild.run(mayFix, printer);
      // After the levels, whose corrections are counted as well.
      CounterRebuild.Result counted = counters.run(mayFix, printer);
      RebuildResult result =
          levels.plus(counted.differences(), counted.fixed(), counted.unverified());
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

  private static int exitCode(RebuildResult result) {
    if (result.unverified() > 0) {
      return FAILED;
    }
    return result.differences() > result.fixed() ? FINDINGS : WELL;
  }
}
