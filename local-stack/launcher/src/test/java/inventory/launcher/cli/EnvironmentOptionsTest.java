package inventory.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.stack.EnvironmentFile;
import inventory.stack.LaunchException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class EnvironmentOptionsTest {

  private static final String ENDPOINT = "AWS_ENDPOINT_URL_SQS";
  private static final Map<String, String> WRITTEN = Map.of(ENDPOINT, "http://127.0.0.1:1");

  @TempDir private Path folder;

  @Command
  private static final class AnyCommand {
    @Mixin private EnvironmentOptions options;
  }

  @Test
  void variablesThatLocateAnAwsAreUsed() throws IOException {
    Map<String, String> variables = Map.of(ENDPOINT, "http://127.0.0.1:2");
    assertThat(options().variables(variables)).isEqualTo(variables);
    Map<String, String> external = Map.of("INVENTORY_AWS", "external");
    assertThat(options().variables(external)).isEqualTo(external);
  }

  @Test
  void withoutThemTheFileOfTheStateFolderIsRead() throws IOException {
    EnvironmentFile.write(folder.resolve("env"), WRITTEN);
    assertThat(options().variables(Map.of("INVENTORY_STATE", folder.toString())))
        .isEqualTo(WRITTEN);
  }

  @Test
  void theStateOptionTakesPrecedenceOverVariables() throws IOException {
    EnvironmentFile.write(folder.resolve("env"), WRITTEN);
    assertThat(
            options("--state", folder.toString())
                .variables(Map.of(ENDPOINT, "http://127.0.0.1:2", "INVENTORY_STATE", "/none")))
        .isEqualTo(WRITTEN);
  }

  @Test
  void aProgramGetsTheSettingsOfTheShellAndTheAddressesOfTheEnvironment() throws IOException {
    EnvironmentFile.write(folder.resolve("env"), Map.of(ENDPOINT, "u", "INVENTORY_TABLE", "own"));
    Map<String, String> shell =
        Map.of("AWS_PROFILE", "prod", "INVENTORY_TABLE", "t", "INVENTORY_MAX_AGE_DAYS", "3");
    assertThat(options("--state", folder.toString()).programVariables(shell))
        .isEqualTo(Map.of(ENDPOINT, "u", "INVENTORY_TABLE", "own", "INVENTORY_MAX_AGE_DAYS", "3"));
  }

  @Test
  void aFolderWithoutAnEnvironmentIsReportedWithTheRemedy() {
    assertThatThrownBy(() -> options("--state", folder.toString()).variables(Map.of()))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining(folder.resolve("env") + " does not exist")
        .hasMessageContaining("./inventory up");
  }

  @Test
  void anEnvironmentThatDoesNotAnswerIsReportedWithTheRemedy() throws IOException {
    EnvironmentFile.write(
        folder.resolve("env"),
        Map.of(
            ENDPOINT,
            "http://127.0.0.1:1",
            "AWS_REGION",
            "eu-central-1",
            "AWS_ACCESS_KEY_ID",
            "k",
            "AWS_SECRET_ACCESS_KEY",
            "k"));
    assertThatThrownBy(
            () ->
                options("--state", folder.toString())
                    .run((clients, names) -> clients.sqs().listQueues()))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("http://127.0.0.1:1 does not answer")
        .hasMessageContaining("./inventory up");
  }

  private static EnvironmentOptions options(String... arguments) {
    AnyCommand command = new AnyCommand();
    new CommandLine(command).parseArgs(arguments);
    return command.options;
  }
}
