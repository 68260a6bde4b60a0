package inventory.validation.rebuild;

import inventory.validation.Command;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code rebuild --check} prints what is not as the raw files give it; {@code rebuild --fix} mends
 * it, too.
 */
final class RebuildCommand implements Command {

  private static final Logger LOG = LoggerFactory.getLogger(RebuildCommand.class);
  private static final String CHECK = "--check";
  private static final String FIX = "--fix";

  private final Rebuild rebuild;
  private final RebuildPrinter printer;

  RebuildCommand(Rebuild rebuild, RebuildPrinter printer) {
    this.rebuild = rebuild;
    this.printer = printer;
  }

  @Override
  public String name() {
    return "rebuild";
  }

  @Override
  public int run(List<String> options) {
    if (!options.equals(List.of(CHECK)) && !options.equals(List.of(FIX))) {
      printer.failed("Say either rebuild %s or rebuild %s".formatted(CHECK, FIX));
      return FAILED;
    }
    try {
      Outcome outcome = rebuild.run(options.contains(FIX), printer);
      printer.end(outcome);
      return exitCode(outcome);
    } catch (CannotRebuildException e) {
      printer.failed(e.getMessage());
      return FAILED;
    } catch (RuntimeException e) {
      // Else the process would end with 1, which says that there are differences.
      LOG.error("The rebuild broke off: {}", e.getMessage(), e);
      printer.failed(e.getMessage());
      return FAILED;
    }
  }

  private static int exitCode(Outcome outcome) {
    if (outcome.unproved() > 0) {
      return FAILED;
    }
    return outcome.differences() > outcome.mended() ? FINDINGS : WELL;
  }
}
