package inventory.validation;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.BeanContextException;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one command and exits: {@code validate}, the default, or {@code rebuild --check|--fix}. */
public final class Application {

  private static final Logger LOG = LoggerFactory.getLogger(Application.class);

  private static final String DEFAULT = "validate";

  private Application() {}

  /** Exits with the code of the {@link Command}. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  private static int run(String[] args) {
    List<String> words = args.length == 0 ? List.of(DEFAULT) : Arrays.asList(args);
    try (ApplicationContext context = ApplicationContext.builder().banner(false).start()) {
      return context.getBeansOfType(Command.class).stream()
          .filter(command -> command.name().equals(words.get(0)))
          .findFirst()
          .map(command -> command.run(words.subList(1, words.size())))
          .orElseGet(() -> unknown(words.get(0)));
    } catch (BeanContextException e) {
      // Most likely an invalid setting, which the message names.
      LOG.error("Could not start: {}", e.getMessage(), e);
      return Command.FAILED;
    }
  }

  private static int unknown(String word) {
    LOG.error("Unknown command \"{}\": use validate or rebuild --check|--fix", word);
    return Command.FAILED;
  }
}
