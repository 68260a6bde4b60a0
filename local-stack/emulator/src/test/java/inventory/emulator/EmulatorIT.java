package inventory.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The process: how it starts and stops. */
@Tag("full")
class EmulatorIT {

  private static final String LISTENING = "0A";

  @TempDir private Path data;

  @ParameterizedTest
  @ValueSource(strings = {"s3", "sqs", "smtp"})
  void aPortInUseIsReported(String service) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Map<String, Integer> ports = EmulatorProcess.freePorts("s3", "sqs", "smtp");
      ports.put(service, taken.getLocalPort());
      assertThat(failure(ports)).contains(String.valueOf(taken.getLocalPort()));
    }
  }

  @Test
  void aStopLeavesNoTemporaryFiles() throws Exception {
    try (EmulatorProcess emulator = startWithTemporary(data)) {
      try (Clients clients = new Clients(emulator)) {
        clients.newBucket();
      }
      assertThat(children(data)).hasSize(1);

      emulator.terminate();

      assertThat(children(data)).isEmpty();
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "reads /proc")
  void itListensOnTheLoopbackAddressAlone() throws Exception {
    EmulatorProcess emulator = EmulatorProcess.shared();
    List<String> addresses = new ArrayList<>();
    for (String service : List.of("s3", "sqs", "smtp")) {
      String port = "%04X".formatted(emulator.endpoint(service).getPort());
      List<String> listening = listening(port);
      assertThat(listening).as(service).hasSize(1);
      addresses.addAll(listening);
    }
    // 127.0.0.1 as IPv4 and as IPv6 has it, in the byte order of /proc.
    assertThat(addresses)
        .allMatch(a -> a.equals("0100007F") || a.equals("0000000000000000FFFF00000100007F"));
  }

  private static EmulatorProcess startWithTemporary(Path temporary) throws Exception {
    return EmulatorProcess.start(List.of("-Djava.io.tmpdir=" + temporary), List.of());
  }

  private static List<Path> children(Path folder) throws Exception {
    try (var children = Files.list(folder)) {
      return children.filter(p -> p.getFileName().toString().startsWith("inventory-")).toList();
    }
  }

  private static List<String> listening(String port) throws Exception {
    List<String> lines = new ArrayList<>(Files.readAllLines(Path.of("/proc/net/tcp")));
    if (Files.exists(Path.of("/proc/net/tcp6"))) {
      lines.addAll(Files.readAllLines(Path.of("/proc/net/tcp6")));
    }
    return lines.stream()
        .map(line -> line.strip().split("\\s+"))
        .filter(fields -> fields[1].endsWith(":" + port) && fields[3].equals(LISTENING))
        .map(fields -> fields[1].substring(0, fields[1].indexOf(':')))
        .toList();
  }

  private static String failure(Map<String, Integer> ports, String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of(options));
    ports.forEach((service, port) -> all.add("--" + service + "-port=" + port));
    Process process = EmulatorProcess.command(List.of(), all).start();
    String message = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(1);
    return message;
  }
}
