package inventory.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentFileTest {

  @TempDir private Path folder;

  @Test
  void aShellReadsBackEveryValueAsItWas() throws Exception {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("PLAIN", "http://127.0.0.1:4561");
    variables.put("ODD", "a b$HOME `date` \"q\" it's \\n ü");
    Path file = folder.resolve("env");

    EnvironmentFile.write(file, variables);

    assertThat(shell(". " + file + "; printf '%s|%s' \"$PLAIN\" \"$ODD\""))
        .isEqualTo(variables.get("PLAIN") + "|" + variables.get("ODD"));
    assertThat(shell(". " + file + "; env")).contains("PLAIN=http://127.0.0.1:4561");
  }

  @Test
  void whatWasWrittenIsReadBack() throws IOException {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("PLAIN", "http://127.0.0.1:4561");
    variables.put("EMPTY", "");
    variables.put("ODD", "a b$HOME 'it's' \\n ü\nexport X='1'");
    Path file = folder.resolve("env");

    EnvironmentFile.write(file, variables);

    assertThat(EnvironmentFile.read(file)).isEqualTo(variables);
  }

  @Test
  void onlyTheOwnerMayReadTheFile() throws IOException {
    Path file = folder.resolve("env");
    EnvironmentFile.write(file, Map.of("A", "1"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void writingAgainReplacesTheFileAndLeavesNoOther() throws IOException {
    Path file = folder.resolve("env");
    EnvironmentFile.write(file, Map.of("A", "1"));
    EnvironmentFile.write(file, Map.of("B", "2"));
    assertThat(file).hasContent("export B='2'\n");
    assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining(other(file));
  }

  private static Predicate<Path> other(Path file) {
    return path -> !path.equals(file);
  }

  private static String shell(String script) throws IOException, InterruptedException {
    Process process = new ProcessBuilder("/bin/sh", "-c", script).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
