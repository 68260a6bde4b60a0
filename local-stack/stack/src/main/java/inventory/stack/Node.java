package inventory.stack;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Node of this machine, and npm, which installs programs for the local environment.
 *
 * @param command the command of Node
 * @param platform what npm packages call this machine, such as {@code linux-x64}
 */
record Node(Path command, String platform) {

  private static final int OLDEST = 18;
  private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.\\S* (\\S+)\\s*");
  private static final String PRINT_VERSION =
      "`${process.version} ${process.platform}-${process.arch}`";

  /** The packages are small; npm waits long for a registry that does not answer. */
  private static final long INSTALL_SECONDS = 120;

  private static final long VERSION_SECONDS = 20;
  private static final int ERROR_LINES = 4;

  /** A virtual machine can lock a file only once. */
  private static final Object ONE_AT_A_TIME = new Object();

  /**
   * Finds Node in the PATH.
   *
   * @throws LaunchException if it is missing or too old
   */
  static Node find() throws InterruptedException {
    Path command = require("node");
    String printed =
        run(List.of(command.toString(), "-p", PRINT_VERSION), Path.of("."), VERSION_SECONDS);
    Matcher version = VERSION.matcher(printed);
    if (!version.matches() || Integer.parseInt(version.group(1)) < OLDEST) {
      throw new LaunchException(
          "%s is version \"%s\": install Node %d or later"
              .formatted(command, printed.strip(), OLDEST));
    }
    return new Node(command, version.group(2));
  }

  /**
   * Installs packages into {@code node_modules} of a folder unless they are there. Other processes
   * that want the same packages wait. An installation that was killed starts again.
   *
   * @param folder is created if it is missing
   * @param wanted a text that changes whenever the packages have to be installed again
   * @param arguments what npm is to do
   * @throws LaunchException if npm is missing or fails, with npm's reason
   */
  void install(Path folder, String wanted, String... arguments) throws InterruptedException {
    synchronized (ONE_AT_A_TIME) {
      try {
        Files.createDirectories(folder);
        installLocked(folder, wanted, List.of(arguments));
      } catch (IOException e) {
        throw new LaunchException(
            "npm packages cannot be installed in " + folder + ": " + e.getMessage(), e);
      }
    }
  }

  private static void installLocked(Path folder, String wanted, List<String> arguments)
      throws IOException, InterruptedException {
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      Path modules = folder.resolve("node_modules");
      // Written last: without it, an earlier installation did not finish.
      Path installed = modules.resolve(".installed");
      if (lock.isValid()
          && !(Files.exists(installed) && Files.readString(installed).equals(wanted))) {
        StateFolder.delete(modules);
        run(npm(folder, arguments), folder, INSTALL_SECONDS);
        Files.writeString(installed, wanted);
      }
    }
  }

  private static List<String> npm(Path folder, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(require("npm").toString()));
    command.addAll(arguments);
    command.addAll(
        List.of(
            // Else npm looks for a package.json in the folders above.
            "--prefix",
            folder.toString(),
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--loglevel=error"));
    return command;
  }

  private static Path require(String command) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, command).toAbsolutePath())
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new LaunchException(
                    "%s is missing: install Node %d or later, with npm"
                        .formatted(command, OLDEST)));
  }

  /** What a command prints, if it succeeds. */
  private static String run(List<String> command, Path folder, long seconds)
      throws InterruptedException {
    try {
      Path output = Files.createTempFile("inventory-node", ".txt");
      try {
        Process process =
            new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        String text = Files.readString(output, StandardCharsets.UTF_8);
        if (!ended || process.exitValue() != 0) {
          process.destroyForcibly();
          throw new LaunchException(
              "%s failed: %s"
                  .formatted(
                      String.join(" ", command.subList(0, 2)),
                      ended ? firstLines(text) : "it did not end within " + seconds + " s"));
        }
        return text;
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new LaunchException(command.get(0) + " cannot be run: " + e.getMessage(), e);
    }
  }

  private static String firstLines(String text) {
    String lines =
        text.lines()
            .map(line -> line.replaceFirst("^npm (error|ERR!)", "").strip())
            .filter(line -> line.length() > "404".length())
            .limit(ERROR_LINES)
            .collect(Collectors.joining("; "));
    return lines.isEmpty() ? "it printed no reason" : lines;
  }
}
