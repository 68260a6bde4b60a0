package inventory.launcher.cli;

import inventory.launcher.terminal.Terminal;
import inventory.model.resource.Access;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints an access token for the REST API. */
@Command(
    name = "token",
    description =
        "Print a new access token for the REST API of a running environment. It is valid for"
            + " twelve hours.")
final class TokenCommand implements Callable<Integer> {

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      defaultValue = Access.OPERATOR,
      description = "viewer may read; operator may do everything (${DEFAULT-VALUE}).")
  private String role;

  @Mixin private EnvironmentOptions environment;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (!List.of(Access.VIEWER, Access.OPERATOR).contains(role)) {
      throw new ParameterException(
          spec.commandLine(), "--role is \"" + role + "\": it must be viewer or operator");
    }
    Terminal.standard()
        .line(EnvironmentOptions.issueToken(environment.variables(System.getenv()), role));
    return 0;
  }
}
