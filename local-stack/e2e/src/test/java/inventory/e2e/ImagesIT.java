package inventory.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.stack.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The images of the programs and the function's zip, as {@code mvn package -Pimages} builds them,
 * but on a base image from this test, so nothing is downloaded.
 */
@EnabledIfSystemProperty(
    named = "images",
    matches = "true",
    disabledReason = "it packages all services once more: run it with mvn verify -Dimages=true")
class ImagesIT {

  private static final String MODULES =
      "ingest-service,threshold-service,alert-service,validation-worker,reporting-api";
  private static final String NOBODY = "65532:65532";
  // Lambda's limit for all layers, unpacked.
  private static final long MAX_FUNCTION_BYTES = 250L << 20;

  @TempDir private static Path folder;

  @BeforeAll
  static void build() throws IOException, InterruptedException {
    Path base = folder.resolve("base.tar");
    BaseImage.write(base);
    Path output = folder.resolve("build.txt");
    Process build =
        new ProcessBuilder(
                "mvn",
                "-q",
                "-B",
                "-Pimages",
                "-DskipTests",
                "-Dspotless.check.skip",
                "-Dimage.base=tar://" + base,
                "-Dimage.folder=" + folder,
                "-pl",
                MODULES,
                "-am",
                "package")
            .directory(Installation.find().root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(build.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(build.exitValue()).as("%s", Files.readString(output)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "ingest-service, inventory.ingest.Application",
    "threshold-service, inventory.threshold.Application",
    "alert-service, inventory.alert.Application",
    "validation-worker, inventory.validation.Application",
    "reporting-api, inventory.reporting.Application"
  })
  void anImageRunsItsProgramUnprivilegedAndHasLayers(String module, String mainClass)
      throws IOException {
    ImageFile image = ImageFile.read(folder.resolve(module + "-image.tar"));

    assertThat(image.config().at("/config/User").asText()).isEqualTo(NOBODY);
    assertThat(image.config().at("/config/Entrypoint"))
        .extracting(argument -> argument.asText())
        .startsWith("java")
        .endsWith(mainClass);
    assertThat(image.config().at("/config/Volumes").has("/tmp")).isTrue();
    assertThat(image.layers()).as("base, libraries, our own, the program").hasSizeGreaterThan(3);
    assertThat(image.layers().get(1))
        .as("layers that rarely change come first")
        .noneMatch(entry -> entry.getName().contains("SNAPSHOT"))
        .anyMatch(entry -> entry.getName().contains("micronaut-core"));
    assertThat(image.names())
        .contains("app/libs/shared-model-1.0.0-SNAPSHOT.jar")
        .anyMatch(name -> name.matches("app/classpath/" + module + "-1.0.0-SNAPSHOT.jar"));
    assertThat(image.layers().stream().flatMap(List::stream).toList())
        .as("the program cannot write to its own files")
        .filteredOn(entry -> entry.getName().startsWith("app/"))
        .allMatch(entry -> entry.getLongUserId() == 0 && (entry.getMode() & 0022) == 0);
    assertNothingOfTheLocalStack(image.names());
  }

  @Test
  void theFunctionsCodeIsWhatLambdaAccepts() throws IOException {
    try (ZipFile zip = new ZipFile(folder.resolve("reporting-api-function.zip").toFile())) {
      assertThat(zip.stream().mapToLong(ZipEntry::getSize).sum()).isLessThan(MAX_FUNCTION_BYTES);
    }
    List<String> names;
    try (ZipFile code = new ZipFile(folder.resolve("reporting-api-function-code.jar").toFile())) {
      names = code.stream().map(ZipEntry::getName).toList();
    }
    assertThat(names).contains("inventory/model/FileId.class").doesNotHaveDuplicates();
    assertNothingOfTheLocalStack(names);
  }

  private static void assertNothingOfTheLocalStack(List<String> names) {
    assertThat(names)
        .noneMatch(
            name ->
                name.matches(
                    ".*(?i:dynoxide|elasticmq|s3proxy|greenmail|mock-oauth2|launcher|duckdb|testcontainers).*"));
  }
}
