package inventory.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The Node of this machine, and npm, which installs programs for the local environment.
 *
 * @param platform npm's name for this machine, such as {@code linux-x64}
 */
public record Node(String platform) {

  private static final int OLDEST = 18;
  private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.\\S* (\\S+)\\s*");
  private static final int ERROR_LINES = 4;
  // A virtual machine can lock a file only once.
  private static final Object ONE_AT_A_TIME = new Object();

  /**
   * Finds Node in the PATH.
   *
   * @throws LaunchException if it is missing or too old
   */
  public static Node find() throws InterruptedException {
    String program = "`${process.version} ${process.platform}-${process.arch}`";
    String printed = run(List.of("node", "-p", program), Path.of("."));
    Matcher version = VERSION.matcher(printed);
    if (!version.matches() || Integer.parseInt(version.group(1)) < OLDEST) {
      throw new LaunchException(
          "node is version \"%s\": install Node %d or later".formatted(printed.strip(), OLDEST));
    }
    return new Node(version.group(2));
  }

  /**
   * Installs packages into {@code node_modules} of a folder unless they are there. Other processes
   * that want the same packages wait. An installation that was killed starts again.
   *
   * @param wanted a text that changes whenever the packages must be installed again
   * @param arguments npm's arguments
   * @throws LaunchException if npm is missing or fails, with npm's reason
   */
  public void install(Path folder, String wanted, String... arguments) throws InterruptedException {
    Path modules = folder.resolve("node_modules");
    // Written last: without it, an earlier installation did not finish.
    Path installed = modules.resolve(".installed");
    synchronized (ONE_AT_A_TIME) {
      try (FileChannel channel = lockFile(folder);
          FileLock lock = channel.lock()) {
        if (!lock.isValid()
            || (Files.exists(installed) && Files.readString(installed).equals(wanted))) {
          return;
        }
        StateFolder.delete(modules);
        List<String> command = new ArrayList<>(List.of("npm"));
        command.addAll(List.of(arguments));
        // Without --prefix npm looks for a package.json in the folders above.
        command.addAll(List.of("--prefix", folder.toString(), "--ignore-scripts"));
        command.addAll(List.of("--no-audit", "--no-fund", "--loglevel=error"));
        // npm waits long for a registry that does not answer.
        command.addAll(List.of("--fetch-retries=1", "--fetch-timeout=60000"));
        run(command, folder);
        Files.writeString(installed, wanted);
      } catch (IOException e) {
        throw new LaunchException(
            "npm packages cannot be installed in " + folder + ": " + e.getMessage(), e);
      }
    }
  }

  private static FileChannel lockFile(Path folder) throws IOException {
    Files.createDirectories(folder);
    return FileChannel.open(
        folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** The output of a command that succeeds. */
  private static String run(List<String> command, Path folder) throws InterruptedException {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      Process process = builder.redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new LaunchException(
            "%s %s failed: %s".formatted(command.get(0), command.get(1), reason(output)));
      }
      return output;
    } catch (IOException e) {
      throw new LaunchException(
          "%s is missing: install Node %d or later, with npm".formatted(command.get(0), OLDEST), e);
    }
  }

  private static String reason(String output) {
    String lines =
        output
            .lines()
            .map(line -> line.replaceFirst("^npm (error|ERR!)", "").strip())
            .filter(line -> line.length() > "404".length())
            .limit(ERROR_LINES)
            .collect(Collectors.joining("; "));
    return lines.isEmpty() ? "it printed no reason" : lines;
  }
}
