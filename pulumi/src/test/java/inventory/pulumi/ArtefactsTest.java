package inventory.pulumi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.pulumi.compute.Artefacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtefactsTest {

  @TempDir private Path root;

  @Test
  void whatIsMissingIsNamedWithTheRemedy() {
    assertThatThrownBy(() -> Artefacts.of(root).require())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("reporting-api-function.zip is missing: build with: mvn -Pimages")
        .hasMessageContaining("dashboard has no index.html");
  }

  @Test
  void servicesNeedNoImageYet() throws IOException {
    Artefacts artefacts = Artefacts.of(root);
    for (String program :
        List.of("ingest-service", "threshold-service", "alert-service", "reporting-api")) {
      create(artefacts.function(program));
    }
    create(artefacts.dashboard().resolve("index.html"));
    create(root.resolve("ingest-service/target/ingest-service-image.tar"));

    assertThatCode(artefacts::require).doesNotThrowAnyException();
    assertThat(artefacts.advice())
        .hasSize(3)
        .first()
        .asString()
        .startsWith("threshold-service has no image (");
  }

  private static void create(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.createFile(file);
  }
}
