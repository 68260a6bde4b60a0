package inventory.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The store as a process: what survives its end, and that it never outlives its user. */
@Tag("full")
class DynamoDbIT {

  private static final String TABLE = "items";
  private static final int WRITERS = 4;
  private static final int WRITES_BEFORE_THE_KILL = 200;
  private static final int TIMEOUT_SECONDS = 20;

  @TempDir private Path folder;

  @RepeatedTest(3)
  void aKillAmidWritesLosesNoAcknowledgedWriteAndSplitsNoTransaction() throws Exception {
    Map<String, String> acknowledged = new HashMap<>();
    Store first = onDisk();
    Process process = started(first);
    try (DynamoDbClient client = client(first)) {
      createTable(client);
      ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
      CountDownLatch enough = new CountDownLatch(WRITERS * WRITES_BEFORE_THE_KILL);
      List<Future<Map<String, String>>> writers = new ArrayList<>();
      for (int number = 0; number < WRITERS; number++) {
        String name = "w" + number;
        writers.add(threads.submit(() -> writeUntilItFails(client, name, enough)));
      }
      assertThat(enough.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
      process.destroyForcibly();
      for (Future<Map<String, String>> writer : writers) {
        acknowledged.putAll(writer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS));
      }
      threads.shutdown();
    }
    assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();

    Store second = onDisk();
    Process again = started(second);
    try (DynamoDbClient client = client(second)) {
      Map<String, String> stored = stored(client);
      assertThat(stored).containsAllEntriesOf(acknowledged);
      assertThat(stored.keySet())
          .filteredOn(key -> key.startsWith("left"))
          .allSatisfy(key -> assertThat(stored).containsKey(key.replace("left", "right")));
      assertThat(stored.keySet())
          .filteredOn(key -> key.startsWith("right"))
          .allSatisfy(key -> assertThat(stored).containsKey(key.replace("right", "left")));
    } finally {
      again.destroyForcibly();
    }
  }

  /** Alternates single writes and transactions of two; returns what was acknowledged. */
  private static Map<String, String> writeUntilItFails(
      DynamoDbClient client, String name, CountDownLatch enough) {
    Map<String, String> acknowledged = new HashMap<>();
    try {
      for (int count = 0; ; count++) {
        String value = String.valueOf(count);
        String single = "single-" + name + "-" + count;
        client.putItem(r -> r.tableName(TABLE).item(item(single, value)));
        acknowledged.put(single, value);
        String left = "left-" + name + "-" + count;
        String right = "right-" + name + "-" + count;
        client.transactWriteItems(
            r -> r.transactItems(List.of(put(left, value), put(right, value))));
        acknowledged.put(left, value);
        acknowledged.put(right, value);
        enough.countDown();
      }
    } catch (SdkException e) {
      return acknowledged;
    }
  }

  private static TransactWriteItem put(String key, String value) {
    return TransactWriteItem.builder().put(p -> p.tableName(TABLE).item(item(key, value))).build();
  }

  private static Map<String, String> stored(DynamoDbClient client) {
    Map<String, String> stored = new HashMap<>();
    client
        .scanPaginator(r -> r.tableName(TABLE).consistentRead(true))
        .items()
        .forEach(item -> stored.put(item.get("pk").s(), item.get("value").s()));
    return stored;
  }

  @Test
  void aWriteNumbersItsStreamRecordByAnIndex() throws Exception {
    Store store = onDisk();
    Process process = started(store);
    String file = "jdbc:sqlite:" + folder.resolve("data/dynoxide.db");
    try (Connection connection = DriverManager.getConnection(file);
        Statement statement = connection.createStatement();
        ResultSet plan =
            statement.executeQuery(
                "EXPLAIN QUERY PLAN SELECT COALESCE(MAX(CAST(sequence_number AS INTEGER)), 0) + 1"
                    + " FROM _stream_records WHERE table_name = 'items'")) {
      assertThat(plan.getString("detail")).endsWith("INDEX stream_sequence (table_name=?)");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "reads /proc")
  void inMemoryItLeavesNoFile() throws Exception {
    Store store = inMemory();
    Process process = started(store);
    try (DynamoDbClient client = client(store)) {
      createTable(client);
      client.putItem(r -> r.tableName(TABLE).item(item("key", "value")));
      assertThat(stored(client)).containsOnlyKeys("key");

      String arguments =
          Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"));
      String file = arguments.substring(arguments.indexOf("--db-path=") + "--db-path=".length());
      assertThat(Path.of(file.strip().replace("\0", "")).getParent()).doesNotExist();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void itEndsWhenThePipeFromItsLauncherBreaks() throws Exception {
    Store store = inMemory();
    Process process = started(store);
    try (DynamoDbClient client = client(store)) {
      assertThat(client.listTables().tableNames()).isEmpty();

      // The system does this when the launcher is killed.
      process.getOutputStream().close();

      assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void itStopsWhileClientsAreConnected() throws Exception {
    Store store = inMemory();
    Process process = started(store);
    try (DynamoDbClient client = client(store)) {
      assertThat(client.listTables().tableNames()).isEmpty();

      process.destroy();

      assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "reads /proc")
  void itIsApartFromTheTerminalAndListensOnTheLoopbackAddressAlone() throws Exception {
    int port = Ports.free(1).get(0);
    Store store = store(port, Optional.empty());
    Process process = started(store);
    try {
      String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
      String[] afterTheName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      assertThat(afterTheName[3]).as("session").isEqualTo(String.valueOf(process.pid()));

      List<String> listening =
          Files.readAllLines(Path.of("/proc/net/tcp")).stream()
              .map(line -> line.strip().split("\\s+"))
              .filter(fields -> fields[1].endsWith(":%04X".formatted(port)))
              .filter(fields -> fields[3].equals("0A"))
              .map(fields -> fields[1])
              .toList();
      assertThat(listening).containsExactly("0100007F:%04X".formatted(port));
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aPortInUseIsReported() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      Store store = store(port, Optional.empty());
      store.managed().start();
      Process process = store.managed().process();

      assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThatThrownBy(() -> store.managed().awaitReady())
          .isInstanceOf(LaunchException.class)
          .hasMessageContaining("dynamodb ended with exit code 1")
          .hasMessageContaining("port " + port + " is already in use");
    }
  }

  private Store inMemory() throws InterruptedException {
    return store(Ports.free(1).get(0), Optional.empty());
  }

  private Store onDisk() throws InterruptedException {
    return store(Ports.free(1).get(0), Optional.of(folder.resolve("data")));
  }

  private Store store(int port, Optional<Path> data) throws InterruptedException {
    Program program = new Programs(Installation.find()).dynamoDb(port, data);
    return new Store(new ManagedProcess(program, folder), port);
  }

  private record Store(ManagedProcess managed, int port) {}

  private static Process started(Store store) throws Exception {
    store.managed().start();
    store.managed().awaitReady();
    return store.managed().process();
  }

  private static DynamoDbClient client(Store store) {
    return DynamoDbClient.builder()
        .endpointOverride(URI.create(Programs.http(store.port())))
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .overrideConfiguration(c -> c.retryStrategy(r -> r.maxAttempts(1)))
        .build();
  }

  private static void createTable(DynamoDbClient client) {
    client.createTable(
        r ->
            r.tableName(TABLE)
                .keySchema(
                    KeySchemaElement.builder().attributeName("pk").keyType(KeyType.HASH).build())
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName("pk")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .billingMode(BillingMode.PAY_PER_REQUEST));
  }

  private static Map<String, AttributeValue> item(String key, String value) {
    return Map.of("pk", AttributeValue.fromS(key), "value", AttributeValue.fromS(value));
  }
}
