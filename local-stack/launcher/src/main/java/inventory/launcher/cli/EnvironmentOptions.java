package inventory.launcher.cli;

import inventory.launcher.verify.ReportingClient;
import inventory.model.resource.Access;
import inventory.model.resource.Variables;
import inventory.stack.AccessTokens;
import inventory.stack.EnvironmentFile;
import inventory.stack.Installation;
import inventory.stack.LaunchException;
import inventory.stack.LocalEnvironment;
import inventory.stack.StateFolder;
import inventory.stack.aws.AwsClients;
import inventory.stack.aws.AwsVariables;
import inventory.stack.aws.ResourceNames;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** The environment that a command works on. It need not run on this machine. */
final class EnvironmentOptions {

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description =
          "State folder of the environment. Default: the AWS that the environment variables name,"
              + " as after reading .inventory/env; else .inventory in the project.")
  private Path state;

  /**
   * Work in an environment.
   *
   * @param <E> what it may throw
   */
  @FunctionalInterface
  interface Work<E extends Exception> {
    /** Does the work. */
    void in(AwsClients clients, ResourceNames names) throws E;
  }

  /**
   * Works in the environment.
   *
   * @throws LaunchException if there is none, or it does not answer
   */
  <E extends Exception> void run(Work<E> work) throws IOException, E {
    Map<String, String> variables = variables(System.getenv());
    String place = AwsVariables.endpoint(variables, AwsVariables.SQS).orElse("AWS");
    try (AwsClients clients = AwsClients.of(variables)) {
      work.in(clients, ResourceNames.of(variables));
    } catch (SdkClientException e) {
      throw new LaunchException(
          ("the environment at %s does not answer (%s): start it with ./inventory up, or name the"
                  + " state folder of another one with --state")
              .formatted(place, e.getMessage()),
          e);
    } catch (SdkException e) {
      throw new LaunchException(
          ("the environment at %s rejects a request (%s): ./inventory up creates missing queues"
                  + " and tables")
              .formatted(place, e.getMessage()),
          e);
    }
  }

  /**
   * The reports of the environment.
   *
   * @throws LaunchException if the environment does not say where they are
   */
  ReportingClient reports() throws IOException, InterruptedException {
    Map<String, String> variables = variables(System.getenv());
    String api = require(variables, Variables.API, "the base URL of the REST API");
    return new ReportingClient(URI.create(api), token(variables));
  }

  /** A new token if the issuer gives one, because the one of the variables may have expired. */
  private static String token(Map<String, String> variables) throws InterruptedException {
    try {
      return issueToken(variables, Access.VIEWER);
    } catch (LaunchException e) {
      return require(variables, Variables.TOKEN, "an access token");
    }
  }

  /**
   * A new access token.
   *
   * @param role {@link Access#VIEWER} or {@link Access#OPERATOR}
   * @throws LaunchException if the environment's issuer does not give one
   */
  static String issueToken(Map<String, String> variables, String role) throws InterruptedException {
    String issuer = require(variables, Variables.OIDC_ISSUER, "the issuer of access tokens");
    return new AccessTokens(URI.create(issuer))
        .issue(Access.VIEWER.equals(role) ? Access.READ_SCOPE : Access.OPERATE_SCOPE);
  }

  private static String require(Map<String, String> variables, String name, String meaning) {
    return Optional.ofNullable(variables.get(name))
        .orElseThrow(
            () ->
                new LaunchException(
                    "%s is not set: name the state folder with --state, or set it to %s"
                        .formatted(name, meaning)));
  }

  /**
   * All variables of a program that works in the environment: those of this process, except where
   * the environment has its own.
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

  /** The variables that say where the environment is. */
  Map<String, String> variables(Map<String, String> environment) throws IOException {
    boolean locatesAws =
        LocalEnvironment.isExternal(environment)
            || AwsVariables.endpoint(environment, AwsVariables.SQS).isPresent();
    if (state == null && locatesAws) {
      return environment;
    }
    Path folder =
        Optional.ofNullable(state)
            .or(() -> Optional.ofNullable(environment.get("INVENTORY_STATE")).map(Path::of))
            .orElseGet(() -> Installation.find().root().resolve(".inventory"));
    Path file = StateFolder.environmentFile(folder.toAbsolutePath().normalize());
    if (!Files.exists(file)) {
      throw new LaunchException(
          file
              + " does not exist, so no environment was started there: start one with"
              + " ./inventory up, or name the state folder of another one with --state");
    }
    return EnvironmentFile.read(file);
  }
}
