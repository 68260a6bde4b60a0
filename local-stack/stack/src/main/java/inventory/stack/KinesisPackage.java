package inventory.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The program that is Kinesis on this machine: an npm package, which runs on Node.
 *
 * @param node the command of Node
 * @param folder the folder that the program must be run in
 * @param preload what is to be loaded before the program
 */
public record KinesisPackage(Path node, Path folder, Path preload) {

  /** The folder of the package's description, from the checkout's root. */
  private static final String HOME = "local-stack/kinesis";

  /**
   * Finds the program; the first time, npm installs it.
   *
   * @throws LaunchException if Node is missing or npm cannot install it, with the reason in a line
   */
  public static KinesisPackage prepare(Installation installation) throws InterruptedException {
    Node node = Node.find();
    Path home = installation.root().resolve(HOME);
    try {
      node.install(home, Files.readString(home.resolve("package-lock.json")), "ci");
    } catch (IOException e) {
      throw new LaunchException("kinesis-local cannot be installed: " + e.getMessage(), e);
    }
    return new KinesisPackage(
        node.command(), home.resolve("node_modules/kinesis-local"), home.resolve("local-host.js"));
  }
}
