package inventory.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalEnvironmentTest {

  @Test
  void anAwsThatIsNeitherEmbeddedNorExternalIsRefused() {
    assertThat(LocalEnvironment.isExternal(Map.of())).isFalse();
    assertThat(LocalEnvironment.isExternal(Map.of("INVENTORY_AWS", "external"))).isTrue();
    assertThatThrownBy(() -> LocalEnvironment.isExternal(Map.of("INVENTORY_AWS", "extern")))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("INVENTORY_AWS is \"extern\"");
  }
}
