package inventory.stack.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.stack.LaunchException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AwsVariablesTest {

  @Test
  void anAwsThatIsNeitherEmbeddedNorExternalIsRefused() {
    assertThat(AwsVariables.isExternal(Map.of())).isFalse();
    assertThat(AwsVariables.isExternal(Map.of("INVENTORY_AWS", "external"))).isTrue();
    assertThatThrownBy(() -> AwsVariables.isExternal(Map.of("INVENTORY_AWS", "extern")))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("INVENTORY_AWS is \"extern\"");
  }
}
