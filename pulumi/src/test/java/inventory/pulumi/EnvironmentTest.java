package inventory.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnvironmentTest {

  static List<String> programs() {
    return DeclaredStack.PROGRAMS;
  }

  @ParameterizedTest
  @MethodSource("programs")
  void aProgramIsGivenNothingThatItDoesNotRead(String program) throws IOException {
    Path module = Stack.root().resolve(program);
    String read =
        Files.readString(module.resolve("README.md"))
            + Files.readString(module.resolve("src/main/resources/application.properties"));

    assertThat(DeclaredStack.get().environment(program).keySet())
        .filteredOn(variable -> variable.startsWith("INVENTORY_"))
        .isNotEmpty()
        .allMatch(variable -> read.contains(variable) || read.contains(property(variable)));
  }

  private static String property(String variable) {
    return variable.toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-') + "=";
  }

  @ParameterizedTest
  @MethodSource("programs")
  void allNamesThatAProgramIsGivenAreOfResourcesThatAreThere(String program) {
    Map<String, String> environment = DeclaredStack.get().environment(program);

    assertThat(environment.entrySet())
        .filteredOn(variable -> variable.getKey().endsWith("_QUEUE"))
        .isNotEmpty()
        .allMatch(
            variable ->
                names("sqs/queue:Queue").anyMatch(queue -> queue.equals(variable.getValue())));
    assertThat(environment.get("INVENTORY_TABLE")).isIn(names("dynamodb/table:Table").toList());
  }

  private static Stream<String> names(String type) {
    return DeclaredStack.get().ofType(type).values().stream()
        .map(inputs -> (String) inputs.get("name"));
  }
}
