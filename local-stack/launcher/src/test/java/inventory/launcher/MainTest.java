package inventory.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.resource.Queues;
import inventory.model.resource.Variables;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {

  @Test
  void helpExplainsEveryCommandAndEveryOption() {
    StringWriter text = new StringWriter();
    CommandLine main = Main.commandLine().setOut(new PrintWriter(text, true));

    assertThat(main.execute("help")).isZero();

    main.getSubcommands()
        .forEach(
            (name, command) -> {
              if (!name.equals("help")) {
                assertExplained(text.toString(), command);
              }
            });
    assertThat(text.toString())
        .contains("INVENTORY_AWS", "(8080)", "(4561)", "(4573)", "INVENTORY_MAIL_OPERATIONS");
    Queues.ALL.forEach(
        queue -> assertThat(text.toString()).contains(Variables.queue(queue.name()), queue.name()));
  }

  private static void assertExplained(String text, CommandLine command) {
    assertThat(text).contains("Usage: " + command.getCommandSpec().qualifiedName());
    command
        .getCommandSpec()
        .options()
        .forEach(option -> assertThat(text).contains(option.longestName()));
    command.getSubcommands().values().forEach(part -> assertExplained(text, part));
  }

  @Test
  void aCommandOfTheDeadLetterQueuesIsNeededAndALimitOfAtLeastOne() {
    StringWriter errors = new StringWriter();
    CommandLine main = Main.commandLine().setErr(new PrintWriter(errors, true));

    assertThat(main.execute("dlq")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(main.execute("dlq", "show", "--limit", "0")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(errors.toString()).contains("list", "redrive", "--limit is 0");
  }

  @Test
  void aRebuildEitherChecksOrMends() {
    StringWriter errors = new StringWriter();
    CommandLine main = Main.commandLine().setErr(new PrintWriter(errors, true));

    assertThat(main.execute("rebuild")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(errors.toString()).contains("(--check | --fix)");
    assertThat(main.execute("rebuild", "--check", "--fix")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(errors.toString()).contains("mutually exclusive");
  }

  @Test
  void withoutACommandThereIsHelp() {
    StringWriter text = new StringWriter();
    assertThat(Main.commandLine().setOut(new PrintWriter(text, true)).execute()).isZero();
    assertThat(text.toString()).contains("./inventory demo");
  }
}
