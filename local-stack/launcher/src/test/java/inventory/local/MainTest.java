package inventory.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.local.process.LaunchException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
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
              assertThat(text.toString())
                  .contains(name.equals("help") ? name : "./inventory " + name);
              command
                  .getCommandSpec()
                  .options()
                  .forEach(option -> assertThat(text.toString()).contains(option.longestName()));
            });
    assertThat(text.toString()).contains("INVENTORY_AWS", "(8080)", "(4561)");
  }

  @Test
  void withoutACommandThereIsHelp() {
    StringWriter text = new StringWriter();
    assertThat(Main.commandLine().setOut(new PrintWriter(text, true)).execute()).isZero();
    assertThat(text.toString()).contains("./inventory demo");
  }

  @Test
  void anAwsThatIsNeitherEmbeddedNorExternalIsRefused() {
    assertThat(UpCommand.isExternal(Map.of())).isFalse();
    assertThat(UpCommand.isExternal(Map.of("INVENTORY_AWS", "external"))).isTrue();
    assertThatThrownBy(() -> UpCommand.isExternal(Map.of("INVENTORY_AWS", "extern")))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("INVENTORY_AWS is \"extern\"");
  }
}
