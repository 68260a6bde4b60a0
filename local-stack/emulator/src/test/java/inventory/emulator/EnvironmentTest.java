package inventory.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

  @Test
  void theRegionHasADefault() {
    assertThat(Environment.of(Map.of("AWS_ACCESS_KEY_ID", "key1", "AWS_SECRET_ACCESS_KEY", "s-1")))
        .isEqualTo(new Environment("key1", "s-1", "us-east-1"));
  }

  @Test
  void aMissingCredentialIsNamed() {
    assertThatThrownBy(() -> Environment.of(Map.of("AWS_ACCESS_KEY_ID", "key1")))
        .hasMessageContaining("AWS_SECRET_ACCESS_KEY is not set");
  }
}
