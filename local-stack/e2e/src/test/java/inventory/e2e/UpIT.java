package inventory.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import inventory.launcher.verify.ReportingClient;
import inventory.stack.LaunchException;
import inventory.stack.Port;
import inventory.stack.aws.AwsClients;
import inventory.stack.aws.ResourceNames;
import inventory.testkit.EmbeddedStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;

/** What {@code ./inventory up} promises to whoever runs it. */
@Tag("full")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** A program has 30 s to stop. */
  private static final Duration FEW_SECONDS = Duration.ofSeconds(35);

  private static final Instant TIME = Instant.parse("2026-11-20T10:00:00Z");

  @TempDir private static Path folder;

  private static Map<Port, Integer> ports;
  private static Script up;
  private static Shell shell;

  @BeforeAll
  static void start() throws IOException {
    ports = Port.free();
    up = new Script(folder.resolve("up"), ports, Map.of()).awaitReady();
    shell = new Shell(up.environmentFile());
  }

  @AfterAll
  static void stop() {
    up.close();
  }

  @Test
  void theVariablesOfItsFileLeadAnSdkAndTheApiToIt() throws IOException, InterruptedException {
    Map<String, String> variables = shell.variables();

    assertThat(variables.get("AWS_ENDPOINT_URL_S3")).endsWith(":" + ports.get(Port.S3));
    assertThat(variables.get("INVENTORY_API"))
        .isEqualTo("http://127.0.0.1:" + ports.get(Port.API) + "/v1");
    drop(variables, "SDK", 7);
    awaitLevel(variables, "SDK", 7);
  }

  @Test
  void aRecordOfTheStreamIsBroughtToTheQueue() throws IOException, InterruptedException {
    EmbeddedStream.whyMissing().ifPresent(Assumptions::abort);
    Map<String, String> variables = shell.variables();

    assertThat(variables.get("AWS_ENDPOINT_URL_KINESIS")).endsWith(":" + ports.get(Port.KINESIS));
    try (AwsClients clients = AwsClients.of(variables)) {
      String sequenceNumber =
          clients
              .kinesis()
              .orElseThrow()
              .putRecord(
                  r ->
                      r.streamName(variables.get("INVENTORY_STREAM"))
                          .partitionKey("P1")
                          .data(SdkBytes.fromUtf8String("{}")))
              .sequenceNumber();
      await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(checkpoints()).contains(sequenceNumber));
    }
  }

  private static List<String> checkpoints() throws IOException {
    List<String> numbers = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder.resolve("up/data/pipe"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        numbers.add(Files.readString(file));
      }
    }
    return numbers;
  }

  @Test
  void theStockAwsCliDropsAFileAndCurlShowsItsLevel() throws IOException, InterruptedException {
    assumeThat(Shell.has("aws")).as("the AWS CLI is installed").isTrue();
    assumeThat(Shell.has("curl")).as("curl is installed").isTrue();
    Path file = Files.write(folder.resolve("x_inventory.csv"), file("CLI", 12).bytes());

    shell.run(
        "aws s3 cp \"$1\" s3://$INVENTORY_BUCKET/inventory_files/2026/11/21/x_inventory.csv",
        file.toString());

    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(
                        shell.run(
                            "curl -sf -H \"Authorization: Bearer $INVENTORY_TOKEN\""
                                + " $INVENTORY_API/item?itemId=item%20of%20CLI"))
                    .contains("\"total\":12"));
  }

  @Test
  void aPortInUseIsNamedWithItsOption() throws IOException, InterruptedException {
    try (Script second = new Script(folder.resolve("second"), ports, Map.of())) {
      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.output())
          .contains("port " + ports.get(Port.API) + " is in use", "--port-api");
    }
  }

  @Test
  void aFolderInUseIsNamed() throws IOException, InterruptedException {
    Path state = folder.resolve("up");
    try (Script second = new Script(state, Port.free(), Map.of())) {
      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.output()).contains(state + " is in use");
    }
  }

  @Tag("long")
  @Test
  void itRunsOnAnExternalAwsInWhichItCreatesWhatIsMissing()
      throws IOException, InterruptedException {
    Map<String, String> settings = new LinkedHashMap<>(shell.variables());
    settings.put("INVENTORY_AWS", "external");
    settings.putAll(ResourceNames.unique().environment());
    Path state = folder.resolve("external");

    try (Script external = new Script(state, Port.free(), settings).awaitReady()) {
      Map<String, String> variables = new Shell(external.environmentFile()).variables();
      assertThat(variables.get("AWS_ENDPOINT_URL_S3")).endsWith(":" + ports.get(Port.S3));
      drop(variables, "External", 3);
      awaitLevel(variables, "External", 3);
      assertThat(reports(variables).warehouses()).containsExactly("External");
      assertThat(reports(shell.variables()).warehouses()).doesNotContain("External");
    }
  }

  /** The last one, as it ends what the others use. */
  @Order(Integer.MAX_VALUE)
  @Test
  void whatItStoredSurvivesItsEndAndNoProcessDoes() throws IOException, InterruptedException {
    drop(shell.variables(), "Kept", 5);
    awaitLevel(shell.variables(), "Kept", 5);
    List<ProcessHandle> processes = up.processes();
    assertThat(processes)
        .as("launcher, emulator, identity, services")
        .hasSizeGreaterThanOrEqualTo(6);

    assertThat(up.terminate()).isZero();

    awaitEnd(processes);
    try (Script second = new Script(folder.resolve("up"), ports, Map.of()).awaitReady()) {
      assertLevel(new Shell(second.environmentFile()).variables(), "Kept", 5);
      List<ProcessHandle> others = second.processes();

      second.kill();

      awaitEnd(others);
    }
  }

  private static void awaitEnd(List<ProcessHandle> processes) {
    await()
        .atMost(FEW_SECONDS)
        .untilAsserted(() -> assertThat(processes).noneMatch(UpIT::isRunning));
  }

  /** What has ended but was not yet taken off the system's list has no command any more. */
  private static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  private static InventoryFile file(String warehouse, long level) {
    return InventoryFile.changes(
        "inventory_files/" + warehouse + ".csv",
        Dialect.PLAIN,
        List.of(Fact.change(warehouse, "item of " + warehouse, TIME, level)));
  }

  private static void drop(Map<String, String> variables, String warehouse, long level) {
    InventoryFile file = file(warehouse, level);
    try (AwsClients clients = AwsClients.of(variables)) {
      clients
          .s3()
          .putObject(
              r -> r.bucket(variables.get("INVENTORY_BUCKET")).key(file.key()),
              RequestBody.fromBytes(file.bytes()));
    }
  }

  private static void awaitLevel(Map<String, String> variables, String warehouse, long level) {
    await()
        .atMost(PATIENCE)
        // Until the file is in, there is no such warehouse.
        .ignoreException(LaunchException.class)
        .untilAsserted(() -> assertLevel(variables, warehouse, level));
  }

  private static void assertLevel(Map<String, String> variables, String warehouse, long level)
      throws InterruptedException {
    assertThat(Verdict.levels(reports(variables), warehouse))
        .isEqualTo(Map.of("item of " + warehouse, BigInteger.valueOf(level)));
  }

  private static ReportingClient reports(Map<String, String> variables) {
    return new ReportingClient(
        URI.create(variables.get("INVENTORY_API")), variables.get("INVENTORY_TOKEN"));
  }
}
