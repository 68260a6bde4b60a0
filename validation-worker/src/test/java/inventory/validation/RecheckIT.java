package inventory.validation;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.FileKind;
import inventory.model.StockKey;
import inventory.model.inbox.Upload;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import inventory.validation.run.Ports;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A file can be checked again, by its id or with all files of its day. */
class RecheckIT {

  private static final StockKey MUG = new StockKey("Berlin", "mug");

  private final Resources resources = EmbeddedAws.newResources();
  private final ApplicationContext context = ApplicationContext.run(resources.properties());
  private final StoredFiles files = new StoredFiles(resources);

  @AfterEach
  void close() {
    context.close();
    resources.close();
  }

  @Test
  void aFileThatWasCheckedIsCheckedAgainOnRequest() throws Exception {
    Upload upload =
        files.apply(
            "inventory-berlin.csv",
            FileKind.COUNT,
            Instant.now(),
            "store,item,count\nBerlin,mug,100\n");
    files.level(MUG, 100, Optional.of(files.movementsOf(MUG).get(0).position()));
    files.warehouse("Berlin");

    assertThat(validate("--file", upload.fileId())).isZero();
    Optional<String> first = validatedIn(upload);
    assertThat(first).isPresent();

    assertThat(validate()).isZero();
    assertThat(validatedIn(upload)).isEqualTo(first);

    LocalDate day = LocalDate.ofInstant(upload.uploadedAt(), ZoneOffset.UTC);
    assertThat(validate("--day", day.toString())).isZero();
    assertThat(validatedIn(upload)).isPresent().isNotEqualTo(first);
    Optional<String> second = validatedIn(upload);
    assertThat(validate("--file", upload.key())).isZero();
    assertThat(validatedIn(upload)).isPresent().isNotEqualTo(second);
    assertThat(validate("--day", "yesterday")).isEqualTo(2);
    assertThat(validate("--file", "unknown")).isEqualTo(2);
    assertThat(validate("--all")).isEqualTo(2);
  }

  private int validate(String... options) {
    return context.getBean(ValidateCommand.class).run(List.of(options));
  }

  private Optional<String> validatedIn(Upload upload) {
    return context.getBean(Ports.class).records().find(upload.fileId()).orElseThrow().validatedIn();
  }
}
