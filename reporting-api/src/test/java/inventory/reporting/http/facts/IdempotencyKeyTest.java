package inventory.reporting.http.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.reporting.http.problems.BadParameterException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "8e03978e-40d5-43e8-bc93-6894a57f9324 | 8e03978e-40d5-43e8-bc93-6894a57f9324",
        "\"8e03978e\" | 8e03978e",
        "\"a b\" | a b",
        "\"a\\\"b\\\\c\" | a\"b\\c",
        "a,b | a,b",
        "x | x"
      })
  void aKeyHasQuotesOrNot(String header, String key) {
    assertThat(IdempotencyKey.of(List.of(header))).isEqualTo(key);
  }

  @Test
  void aKeyHasAtMost255Characters() {
    String longest = "k".repeat(255);

    assertThat(IdempotencyKey.of(List.of(longest))).isEqualTo(longest);
    assertThat(IdempotencyKey.of(List.of('"' + longest + '"'))).isEqualTo(longest);
    assertRefused(longest + "k");
    assertRefused('"' + longest + "k\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\"\"", "\"", "\"a", "a b", "ü", "a\tb", "\"a\"b\"", "\"a\\b\""})
  void anythingElseIsRefused(String header) {
    assertRefused(header);
  }

  @Test
  void thereIsExactlyOneKey() {
    assertRefused();
    assertRefused("a", "a");
  }

  private static void assertRefused(String... headers) {
    assertThatThrownBy(() -> IdempotencyKey.of(List.of(headers)))
        .isInstanceOf(BadParameterException.class)
        .hasMessageContaining("Idempotency-Key");
  }
}
