package inventory.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.asset.AssetOrArchive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each virtual machine orders its maps in another way. The program's texts must not, or every
 * preview would show changes.
 */
class TwoMachinesTest {

  @TempDir private Path folder;

  @Test
  void twoMachinesDeclareTheSameTexts() throws Exception {
    Process one = start("one");
    Process other = start("other");

    assertThat(one.waitFor()).isZero();
    assertThat(other.waitFor()).isZero();
    assertThat(folder.resolve("one")).hasSameTextualContentAs(folder.resolve("other"));
    assertThat(Files.readString(folder.resolve("one"))).contains("aws:iam/rolePolicy:RolePolicy");
  }

  private Process start(String file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.util.concurrent.ForkJoinPool.common.parallelism=4",
            "-cp",
            System.getProperty("java.class.path"),
            TwoMachinesTest.class.getName(),
            folder.resolve(file).toString())
        .inheritIO()
        .start();
  }

  /** Writes all resources of prod: properties in alphabetical order, texts as they are. */
  public static void main(String[] args) throws IOException {
    String text =
        Stream.of(Stack.PROD, Stack.PROD_TASKS)
            .map(Stack::of)
            .flatMap(
                stack ->
                    Stream.concat(
                        stack.declaration().resources().stream(), stack.providers().stream()))
            .map(resource -> resource + " " + ordered(resource.inputs()) + "\n")
            .sorted()
            .collect(Collectors.joining());
    Files.write(Path.of(args[0]), text.getBytes(StandardCharsets.UTF_8));
    System.exit(0);
  }

  private static String ordered(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, String> ordered = new TreeMap<>();
      map.forEach((name, inner) -> ordered.put((String) name, ordered(inner)));
      return ordered.toString();
    }
    if (value instanceof Collection<?> list) {
      return list.stream().map(TwoMachinesTest::ordered).toList().toString();
    }
    // A file has no text of its own.
    return value instanceof AssetOrArchive ? value.getClass().getName() : String.valueOf(value);
  }
}
