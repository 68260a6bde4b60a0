package inventory.pulumi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void whatIsNoAddressIsRefusedWithTheRemedy() {
    assertThatThrownBy(() -> new Settings("purchasing", "operations@example.com", true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "inventory:purchasingEmail is 'purchasing': it must be one e-mail address; set it"
                + " with: pulumi config set purchasingEmail name@example.com");
    assertThatThrownBy(() -> new Settings("purchasing@example.com", "a@b,c@d", true))
        .hasMessageContaining("inventory:operationsEmail is 'a@b,c@d'");
  }
}
