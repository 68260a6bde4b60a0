package inventory.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {

  @Test
  void helpListsEveryCommandAndExplainsEachOne() {
    String all = help();
    CommandLine.Model.CommandSpec main = Main.commandLine().getCommandSpec();
    for (String command : main.subcommands().keySet()) {
      assertThat(all).contains("  " + command + " ");
      if (!command.equals("help")) {
        assertThat(help(command)).contains("Usage: ./inventory " + command);
      }
    }
    assertThat(help("sql")).contains("--max-size", "Limit for the size of all files");
    assertThat(help("up")).contains("(8080)", "(4561)", "(4573)");
    assertThat(help("generate")).contains("files", "counts", "thresholds", "events");
  }

  @Test
  void everyCommandAndEveryOptionHasADescription() {
    assertDescribed(Main.commandLine());
  }

  private static String help(String... command) {
    StringWriter text = new StringWriter();
    CommandLine main = Main.commandLine().setOut(new PrintWriter(text, true));
    String[] arguments =
        Stream.concat(Stream.of("help"), Stream.of(command)).toArray(String[]::new);
    assertThat(main.execute(arguments)).isZero();
    return text.toString();
  }

  private static void assertDescribed(CommandLine command) {
    CommandLine.Model.CommandSpec spec = command.getCommandSpec();
    assertThat(spec.usageMessage().description()).as(spec.qualifiedName()).isNotEmpty();
    spec.args().forEach(arg -> assertThat(arg.description()).as("%s", arg).isNotEmpty());
    spec.subcommands()
        .forEach(
            (name, part) -> {
              if (!name.equals("help")) {
                assertDescribed(part);
              }
            });
  }

  @Test
  void dlqNeedsASubcommandAndALimitOfAtLeastOne() {
    StringWriter errors = new StringWriter();
    CommandLine main = Main.commandLine().setErr(new PrintWriter(errors, true));

    assertThat(main.execute("dlq")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(main.execute("dlq", "show", "--limit", "0")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(errors.toString()).contains("list", "redrive", "--limit is 0");
  }

  @Test
  void rebuildNeedsEitherCheckOrFix() {
    StringWriter errors = new StringWriter();
    CommandLine main = Main.commandLine().setErr(new PrintWriter(errors, true));

    assertThat(main.execute("rebuild")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(errors.toString()).contains("(--check | --fix)");
    assertThat(main.execute("rebuild", "--check", "--fix")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(errors.toString()).contains("mutually exclusive");
  }

  @Test
  void withoutACommandTheCommandsAreListed() {
    StringWriter text = new StringWriter();
    assertThat(Main.commandLine().setOut(new PrintWriter(text, true)).execute()).isZero();
    assertThat(text.toString()).contains("./inventory demo");
  }
}
