package inventory.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import inventory.stack.EnvironmentFile;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The command as a process, into a folder and into an environment without services. */
@Tag("full")
class GenerateIT {

  private static final JsonMapper JSON = new JsonMapper();

  private Resources aws;

  @TempDir private Path folder;

  @BeforeEach
  void create() throws IOException {
    aws = EmbeddedAws.newResources();
    EnvironmentFile.write(folder.resolve("env"), aws.environment());
  }

  @AfterEach
  void close() {
    aws.close();
  }

  @Test
  void theBucketGetsTheSameFilesAsAFolder() throws Exception {
    String[] recipe = {
      "files", "--files", "4", "--rows", "20", "--duplicates", "50%", "--malformed", "5%"
    };
    List<String> here = generate(recipe, "--to", folder.resolve("out").toString());
    List<String> there = generate(recipe, "--state", folder.toString(), "--rate", "100/s");

    assertThat(there).isEqualTo(here);
    assertThat(objects()).isEqualTo(files(folder.resolve("out"))).hasSizeBetween(4, 8);
    JsonNode totals = JSON.readTree(String.join("\n", there));
    assertThat(totals.get("files")).hasSize(objects().size());
    assertThat(totals.get("kind").asText()).isEqualTo("files");
  }

  @Test
  void withoutAStreamEventsAreRefusedWithTheReason() throws Exception {
    try (Program generate =
        new Program(
            folder, Map.of(), "generate", "events", "--events", "60", "--state", "" + folder)) {
      assertThat(generate.exitCode()).isEqualTo(1);
      assertThat(generate.lines())
          .contains(
              "./inventory: this environment has no event stream: ./inventory up says why when it"
                  + " starts");
    }
  }

  /** Runs the command; returns the lines that it prints. */
  private List<String> generate(String[] recipe, String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("generate"));
    arguments.addAll(List.of(recipe));
    arguments.addAll(List.of(more));
    try (Program generate = new Program(folder, Map.of(), arguments.toArray(String[]::new))) {
      assertThat(generate.exitCode()).as("%s", generate.lines()).isZero();
      return generate.lines();
    }
  }

  private Map<String, String> objects() {
    Map<String, String> objects = new TreeMap<>();
    for (S3Object object :
        aws.s3().listObjectsV2Paginator(r -> r.bucket(aws.bucket())).contents()) {
      objects.put(
          object.key(),
          aws.s3().getObjectAsBytes(r -> r.bucket(aws.bucket()).key(object.key())).asUtf8String());
    }
    return objects;
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(path).toString(), Files.readString(path));
      }
    }
    return files;
  }
}
