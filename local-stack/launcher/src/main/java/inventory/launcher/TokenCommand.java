package inventory.launcher;

import inventory.launcher.terminal.Terminal;
import inventory.model.resource.Access;
import inventory.model.resource.Variables;
import inventory.stack.AccessTokens;
import inventory.stack.LaunchException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints an access token for the REST API. */
@Command(
    name = "token",
    sortOptions = false,
    description =
        "Print a fresh access token for the REST API of an environment that is running; it is good"
            + " for twelve hours.")
final class TokenCommand implements Callable<Integer> {

  private static final List<String> ROLES = List.of(Access.VIEWER, Access.OPERATOR);

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      defaultValue = Access.OPERATOR,
      description = "viewer reads; operator may do all (${DEFAULT-VALUE}).")
  private String role;

  @Mixin private EnvironmentOptions environment;

  @Spec private CommandSpec spec;

  private final Terminal terminal = Terminal.standard();

  @Override
  public Integer call() throws Exception {
    if (!ROLES.contains(role)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--role is \"" + role + "\": it must be viewer or operator");
    }
    URI issuer =
        Optional.ofNullable(environment.variables(System.getenv()).get(Variables.OIDC_ISSUER))
            .map(URI::create)
            .orElseThrow(
                () ->
                    new LaunchException(
                        Variables.OIDC_ISSUER
                            + " is not set: name the environment's folder with --state"));
    terminal.line(new AccessTokens(issuer).issue(role));
    return 0;
  }
}
