package inventory.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi.Style;

class TextTableTest {

  @Test
  void columnsFitTheirWidestCellAndNumbersAreRightAligned() {
    assertThat(printed(false))
        .isEqualTo(
            """
              Item  Level  State
              a       -30  low
              Tee     500
            """);
  }

  @Test
  void coloursDoNotChangeTheLayout() {
    assertThat(printed(true).replaceAll("\u001b\\[[0-9]*m", "")).isEqualTo(printed(false));
    assertThat(printed(true)).contains("\u001b[33mlow\u001b[");
  }

  @Test
  void noColorAndADumbTerminalTurnColoursOff() {
    assertThat(Terminal.wantsColour(Map.of("TERM", "xterm"))).isTrue();
    assertThat(Terminal.wantsColour(Map.of("NO_COLOR", ""))).isTrue();
    assertThat(Terminal.wantsColour(Map.of("NO_COLOR", "1"))).isFalse();
    assertThat(Terminal.wantsColour(Map.of("TERM", "dumb"))).isFalse();
  }

  private static String printed(boolean styled) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), styled);
    TextTable table = new TextTable(Map.of("low", Style.fg_yellow), "Item", "Level", "State");
    table.row("a", -30, "low");
    table.row("Tee", 500, null);
    table.print(terminal);
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
