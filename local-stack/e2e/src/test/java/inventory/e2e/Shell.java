package inventory.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A user's shell that has read {@code .inventory/env}. */
final class Shell {

  private final Path environmentFile;

  Shell(Path environmentFile) {
    this.environmentFile = environmentFile;
  }

  /**
   * Runs commands.
   *
   * @param commands the commands; {@code $1} and so on are the arguments
   * @return their output, with errors
   * @throws AssertionError if they fail
   */
  String run(String commands, String... arguments) throws IOException, InterruptedException {
    String[] command =
        Stream.concat(
                Stream.of("sh", "-euc", ". \"$0\"; " + commands, environmentFile.toString()),
                Stream.of(arguments))
            .toArray(String[]::new);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError("\"%s\" failed:\n%s".formatted(commands, output));
    }
    return output;
  }

  /** The variables that the file adds. */
  Map<String, String> variables() throws IOException, InterruptedException {
    Map<String, String> variables = new LinkedHashMap<>();
    run("env")
        .lines()
        .filter(line -> line.startsWith("AWS_") || line.startsWith("INVENTORY_"))
        .forEach(line -> variables.put(line.split("=", 2)[0], line.split("=", 2)[1]));
    return variables;
  }

  /** Whether a command is installed. */
  static boolean has(String command) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }
}
