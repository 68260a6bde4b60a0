package inventory.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InventoryTest {

  @ParameterizedTest
  @ValueSource(strings = {Stack.DEV, Stack.PROD, Stack.DEV_TASKS, Stack.PROD_TASKS})
  void theStackHasTheseResourcesAndNoOther(String stack) throws IOException {
    String counted =
        Stack.of(stack).declaration().resources().stream()
            // The next test checks the dashboard's files.
            .filter(resource -> !resource.name().startsWith("dashboard/"))
            .collect(Collectors.groupingBy(Declared::type, TreeMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(entry -> entry.getValue() + " " + entry.getKey() + "\n")
            .collect(Collectors.joining());
    Path expected =
        Stack.root().resolve("pulumi/src/test/resources/inventory/pulumi/" + stack + ".resources");

    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(expected, counted);
    }
    assertThat(expected).hasContent(counted);
  }

  @ParameterizedTest
  @ValueSource(strings = {Stack.DEV, Stack.PROD})
  void theDashboardHasItsFilesAndItsConfiguration(String name) throws IOException {
    Path folder = Stack.root().resolve("reporting-api/src/main/resources/dashboard");
    List<String> expected = new ArrayList<>(List.of("config.json"));
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .forEach(expected::add);
    }

    assertThat(
            Stack.of(name)
                .declaration()
                .ofType("s3/bucketObjectv2:BucketObjectv2")
                .map(object -> (String) object.at("key")))
        .containsExactlyInAnyOrderElementsOf(expected);
  }
}
