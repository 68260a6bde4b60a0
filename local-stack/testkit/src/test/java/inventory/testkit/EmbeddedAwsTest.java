package inventory.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.stack.LaunchException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbeddedAwsTest {

  @Test
  void testsUseTheEmulatorByDefault() {
    assertThat(EmbeddedAws.other(Map.of("AWS_ENDPOINT_URL", "http://127.0.0.1:1"))).isEmpty();
  }

  @Test
  void anExternalAwsIsUsedByItsEndpoint() {
    Map<String, String> environment =
        Map.of(
            "INVENTORY_AWS", "external",
            "AWS_ENDPOINT_URL", "http://127.0.0.1:4566",
            "AWS_REGION", "eu-central-1",
            "HOME", "/home/me");
    assertThat(EmbeddedAws.other(environment))
        .hasValueSatisfying(
            variables ->
                assertThat(variables)
                    .containsEntry("AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:4566")
                    .containsEntry("AWS_REGION", "eu-central-1")
                    .doesNotContainKey("HOME"));
  }

  @Test
  void anAccountIsNotReachedByAccident() {
    Map<String, String> environment =
        Map.of("INVENTORY_AWS", "external", "AWS_ENDPOINT_URL_S3", "http://127.0.0.1:1");
    assertThatThrownBy(() -> EmbeddedAws.other(environment))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("neither AWS_ENDPOINT_URL_SQS nor AWS_ENDPOINT_URL is set");
  }
}
