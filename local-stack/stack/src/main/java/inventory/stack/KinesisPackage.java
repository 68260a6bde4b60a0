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
import java.util.stream.Stream;

/**
 * The program that is Kinesis on this machine: a package of npm, for Node.
 *
 * @param node the command of Node
 * @param folder the folder that the program must be run in
 * @param preload what is to be loaded before the program
 */
public record KinesisPackage(Path node, Path folder, Path preload) {

  /** The folder of the package's description, from the checkout's root. */
  private static final String HOME = "local-stack/kinesis";

  private static final int OLDEST_NODE = 18;
  private static final Pattern NODE_VERSION = Pattern.compile("v(\\d+)\\..*", Pattern.DOTALL);

  /** Two megabytes are fetched; npm waits long for a registry that does not answer. */
  private static final long INSTALL_SECONDS = 120;

  private static final long VERSION_SECONDS = 20;

  /** In one virtual machine a file can be locked once only. */
  private static final Object ONE_AT_A_TIME = new Object();

  /**
   * Finds the program; the first time, npm fetches it. Others that want the same wait meanwhile.
   *
   * @throws LaunchException if there is no Node, or npm cannot fetch it, with the reason in a line
   */
  public static KinesisPackage prepare(Installation installation) throws InterruptedException {
    Path node = require("node", "install Node " + OLDEST_NODE + " or later, with npm");
    requireVersion(node);
    Path home = installation.root().resolve(HOME);
    synchronized (ONE_AT_A_TIME) {
      install(home);
    }
    return new KinesisPackage(
        node, home.resolve("node_modules/kinesis-local"), home.resolve("local-host.js"));
  }

  private static Path require(String command, String remedy) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, command).toAbsolutePath())
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new LaunchException(command + " is missing: " + remedy));
  }

  private static void requireVersion(Path node) throws InterruptedException {
    String version = run(List.of(node.toString(), "--version"), Path.of("."), VERSION_SECONDS);
    Matcher matcher = NODE_VERSION.matcher(version);
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) < OLDEST_NODE) {
      throw new LaunchException(
          "%s is \"%s\": install Node %d or later".formatted(node, version.strip(), OLDEST_NODE));
    }
  }

  private static void install(Path home) throws InterruptedException {
    try (FileChannel channel =
            FileChannel.open(
                home.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      // Written last of all: who is killed amid the installation begins it anew.
      Path installed = home.resolve("node_modules/.installed");
      String wanted = Files.readString(home.resolve("package-lock.json"));
      if (lock.isValid()
          && !(Files.exists(installed) && Files.readString(installed).equals(wanted))) {
        Path npm = require("npm", "install npm, which fetches kinesis-local");
        run(command(npm), home, INSTALL_SECONDS);
        Files.writeString(installed, wanted);
      }
    } catch (IOException e) {
      throw new LaunchException("kinesis-local cannot be installed: " + e.getMessage(), e);
    }
  }

  private static List<String> command(Path npm) {
    return List.of(npm.toString(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent");
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
                      ended ? firstLine(text) : "no end within " + seconds + " s"));
        }
        return text;
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new LaunchException(command.get(0) + " cannot be run: " + e.getMessage(), e);
    }
  }

  private static String firstLine(String text) {
    List<String> lines = new ArrayList<>(text.lines().filter(line -> !line.isBlank()).toList());
    return lines.isEmpty() ? "it says nothing" : lines.get(0);
  }
}
