package inventory.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import inventory.testkit.AwsForTests;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;

class LocalStackAwsTest {

  @AfterEach
  void clear() {
    System.clearProperty(LocalStackAws.WANTED);
  }

  @Test
  void theEmulatorIsUsedWithoutTheProfile() {
    assumeThat(Boolean.getBoolean(LocalStackAws.WANTED)).isFalse();
    assertThat(ServiceLoader.load(AwsForTests.class))
        .singleElement()
        .satisfies(offer -> assertThat(offer.variables()).isEmpty());
  }

  @Test
  void withoutDockerTestsAreSkippedAndSayWhy() {
    assumeThat(DockerClientFactory.instance().isDockerAvailable()).isFalse();
    System.setProperty(LocalStackAws.WANTED, "true");
    assertThatThrownBy(() -> new LocalStackAws().variables())
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("Docker does not answer");
  }
}
