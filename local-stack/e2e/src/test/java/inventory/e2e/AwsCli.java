package inventory.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The AWS CLI, with which people and scripts drop files. */
final class AwsCli {

  private AwsCli() {}

  /** Whether it is installed. */
  static boolean isInstalled() {
    return Shell.has("aws");
  }

  /**
   * Copies a file into the inbox.
   *
   * @param environment the variables with the endpoints of AWS and the inbox's name
   * @throws AssertionError if it fails
   */
  static void copy(Path file, String key, Map<String, String> environment)
      throws IOException, InterruptedException {
    String target = "s3://" + environment.get("INVENTORY_BUCKET") + "/" + key;
    ProcessBuilder command = new ProcessBuilder("aws", "s3", "cp", file.toString(), target);
    command.environment().putAll(environment);
    Process process = command.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError("%s failed:%n%s".formatted(command.command(), output));
    }
  }
}
