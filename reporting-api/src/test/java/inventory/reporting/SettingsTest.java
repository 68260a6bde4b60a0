package inventory.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.validation.validator.Validator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  private final Validator validator = Validator.getInstance();

  @ParameterizedTest
  @CsvSource({"''", "sixteen letters!"})
  void aKeyThatIsLongEnoughOrEmptyIsValid(String key) {
    assertThat(validator.validate(new Settings("t", "b", "q", "e", 1, 0, 2, key))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1, '', INVENTORY_INGEST_QUEUE must be the name of ingest-service's queue",
    "q, 0, '', 'INVENTORY_MAX_FILE_BYTES must be 1 or more, not 0'",
    "q, 1, secret, INVENTORY_CURSOR_KEY must have at least 16 random characters"
  })
  void aSettingThatIsNotValidIsRefused(String queue, long maxBytes, String key, String message) {
    assertThat(validator.validate(new Settings("t", "b", queue, "e", maxBytes, 0, 2, key)))
        .singleElement()
        .satisfies(violation -> assertThat(violation.getMessage()).startsWith(message))
        .satisfies(violation -> assertThat(violation.getMessage()).doesNotContain("secret"));
  }
}
