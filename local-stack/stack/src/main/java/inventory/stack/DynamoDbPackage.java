package inventory.stack;

import inventory.stack.aws.AwsVariables;
import java.nio.file.Path;

/** The program that is DynamoDB on this machine: dynoxide, an npm package for each platform. */
public final class DynamoDbPackage {

  private static final String VERSION = "1.2.1";

  /** The folder that npm installs it in, from the checkout's root. */
  private static final String HOME = "local-stack/dynamodb";

  private DynamoDbPackage() {}

  /**
   * Finds the program; the first time, npm installs it.
   *
   * @return the program's file
   * @throws LaunchException if Node is missing or npm cannot install it, with the reason
   */
  public static Path prepare(Installation installation) throws InterruptedException {
    try {
      Node node = Node.find();
      Path home = installation.root().resolve(HOME);
      String name = "@dynoxide/" + node.platform();
      // Named in full: as an optional dependency, a package that npm cannot get is left out
      // silently.
      String wanted = name + "@" + VERSION;
      node.install(home, wanted, "install", wanted, "--no-save", "--no-package-lock");
      String program = node.platform().startsWith("win32") ? "dynoxide.exe" : "dynoxide";
      return home.resolve("node_modules").resolve(name).resolve(program);
    } catch (LaunchException e) {
      throw new LaunchException(
          "DynamoDB cannot be started: %s. To use another DynamoDB, set %s"
              .formatted(e.getMessage(), AwsVariables.endpointOf(AwsVariables.DYNAMODB)),
          e);
    }
  }
}
