package inventory.launcher;

import inventory.stack.EnvironmentFile;
import inventory.stack.Installation;
import inventory.stack.LaunchException;
import inventory.stack.StateFolder;
import inventory.stack.aws.AwsClients;
import inventory.stack.aws.AwsVariables;
import inventory.stack.aws.ResourceNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Which environment a command works on; it need not be one that this machine runs. */
final class EnvironmentOptions {

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description =
          "State folder of the environment. Without it: the AWS that the variables name, as after"
              + " \". .inventory/env\"; else .inventory in the project.")
  private Path state;

  /**
   * What a command does in an environment.
   *
   * @param <E> what may go wrong beside AWS
   */
  @FunctionalInterface
  interface Work<E extends Exception> {
    /** Does it. */
    void in(AwsClients clients, ResourceNames names) throws E;
  }

  /**
   * Does it in the environment that was chosen.
   *
   * @throws LaunchException if there is none, or it does not answer
   */
  <E extends Exception> void run(Work<E> work) throws IOException, E {
    Map<String, String> variables = variables(System.getenv());
    try (AwsClients clients = AwsClients.of(variables)) {
      work.in(clients, ResourceNames.of(variables));
    } catch (SdkClientException e) {
      throw new LaunchException(
          "the environment at %s does not answer (%s): start it with ./inventory up, or name another"
                  .formatted(place(variables), e.getMessage())
              + " one's folder with --state",
          e);
    } catch (SdkException e) {
      throw new LaunchException(
          "the environment at %s refuses (%s): ./inventory up creates queues and tables that are missing"
              .formatted(place(variables), e.getMessage()),
          e);
    }
  }

  /**
   * All variables of a program that is to work in the environment: its settings are those of this
   * process, where nothing of the environment says otherwise.
   *
   * @throws LaunchException if there is no environment
   */
  Map<String, String> programVariables(Map<String, String> environment) throws IOException {
    Map<String, String> located = variables(environment);
    if (located == environment) {
      return environment;
    }
    Map<String, String> all = AwsVariables.without(environment);
    all.putAll(located);
    return all;
  }

  private static String place(Map<String, String> variables) {
    return AwsVariables.endpoint(variables, AwsVariables.SQS).orElse("AWS");
  }

  /** The variables that say where the environment is. */
  Map<String, String> variables(Map<String, String> environment) throws IOException {
    boolean locatesAws =
        AwsVariables.isExternal(environment)
            || AwsVariables.endpoint(environment, AwsVariables.SQS).isPresent();
    if (state == null && locatesAws) {
      return environment;
    }
    Path file = StateFolder.environmentFile(folder(environment).toAbsolutePath().normalize());
    if (!Files.exists(file)) {
      throw new LaunchException(
          file
              + " does not exist, so that no environment was started there: start one with"
              + " ./inventory up, or name another one's folder with --state");
    }
    return EnvironmentFile.read(file);
  }

  /** The state folder, which need not exist. */
  Path folder(Map<String, String> environment) {
    return Optional.ofNullable(state)
        .or(() -> Optional.ofNullable(environment.get("INVENTORY_STATE")).map(Path::of))
        .orElseGet(() -> Installation.find().root().resolve(".inventory"));
  }
}
