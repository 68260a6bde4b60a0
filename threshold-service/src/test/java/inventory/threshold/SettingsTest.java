package inventory.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.BeanContextException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The settings as the service sees them at its start, and what it says of bad ones. */
class SettingsTest {

  @Test
  void whatIsNotSetHasItsDefault() {
    try (ApplicationContext context = start(Map.of())) {
      ThresholdSettings settings = context.getBean(ThresholdSettings.class);
      assertThat(settings.bucket()).isEqualTo("inventory-inbox");
      assertThat(settings.table()).isEqualTo("inventory");
      assertThat(settings.thresholdQueue()).isEqualTo("inventory-threshold");
      assertThat(settings.alertQueue()).isEqualTo("inventory-alert");
      assertThat(settings.filesQueue()).isEqualTo("inventory-files");
      assertThat(settings.writers()).isEqualTo(8);
      assertThat(settings.maxThresholdBytes()).isEqualTo(8L * 1024 * 1024);
    }
  }

  @Test
  void noWritersAreRefusedAtTheStart() {
    assertThatThrownBy(() -> start(Map.of("inventory.writers", 0)).close())
        .isInstanceOf(BeanContextException.class)
        .hasStackTraceContaining("writers - must be greater than or equal to 1");
  }

  private static ApplicationContext start(Map<String, Object> settings) {
    Map<String, Object> properties = new HashMap<>(settings);
    // Without a queue there is nothing to connect to.
    properties.put("micronaut.jms.sqs.enabled", false);
    properties.put("aws.region", "eu-central-1");
    return ApplicationContext.run(properties);
  }
}
