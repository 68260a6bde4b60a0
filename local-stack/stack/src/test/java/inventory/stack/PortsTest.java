package inventory.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void aPortInUseIsNamedWithTheOptionThatChangesIt() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> Ports.requireFree(Map.of(Port.API, port)))
          .isInstanceOf(LaunchException.class)
          .hasMessageContaining("port " + port + " is in use")
          .hasMessageEndingWith("choose another port with --port-api");
    }
  }

  @Test
  void freePortsAreDifferentAndCanBeTaken() {
    Map<Port, Integer> ports = Port.free();
    assertThat(ports.values()).hasSize(10).doesNotHaveDuplicates();
    assertThatCode(() -> Ports.requireFree(ports)).doesNotThrowAnyException();
  }

  @Test
  void freePortsAreNoneThatTheSystemGivesAway() throws IOException {
    assertThat(Ports.free(100))
        .hasSize(100)
        .doesNotHaveDuplicates()
        .allMatch(port -> port < 32_768);
  }
}
