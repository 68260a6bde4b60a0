package inventory.alert.sns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An SNS that delivers messages: the one that {@code AWS_ENDPOINT_URL_SNS} names, else an emulator
 * from the npm registry. If there is neither, the test is skipped with a message.
 */
final class SnsEndpoint implements AutoCloseable {

  private static final Path FOLDER = Path.of("target", "sns-endpoint").toAbsolutePath();
  private static final long INSTALL_SECONDS = 90;

  private final String url;
  private final Process emulator;

  private SnsEndpoint(String url, Process emulator) {
    this.url = url;
    this.emulator = emulator;
  }

  static SnsEndpoint open() throws IOException, InterruptedException {
    String given = System.getenv("AWS_ENDPOINT_URL_SNS");
    if (given != null) {
      return new SnsEndpoint(given, null);
    }
    Files.createDirectories(FOLDER);
    copy("sns-endpoint.package.json", "package.json");
    copy("sns-endpoint.mjs", "sns-endpoint.mjs");
    assumeTrue(
        succeeds("node", "-e", "process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)"),
        "skipped: no Node 20 or later, and AWS_ENDPOINT_URL_SNS is not set");
    assumeTrue(
        succeeds("npm", "install", "--silent", "--no-audit", "--no-fund"),
        "skipped: npm cannot install the emulator, and AWS_ENDPOINT_URL_SNS is not set");
    Process emulator =
        new ProcessBuilder("node", "sns-endpoint.mjs")
            .directory(FOLDER.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader lines = emulator.inputReader(UTF_8);
    return new SnsEndpoint(lines.readLine(), emulator);
  }

  /** The address of the server. */
  String url() {
    return url;
  }

  private static boolean succeeds(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(List.of(command))
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(INSTALL_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException e) {
      // The program does not exist.
      return false;
    }
  }

  private static void copy(String resource, String name) throws IOException {
    try (InputStream in = SnsEndpoint.class.getResourceAsStream("/" + resource)) {
      Files.copy(in, FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() {
    if (emulator != null) {
      emulator.destroy();
    }
  }
}
