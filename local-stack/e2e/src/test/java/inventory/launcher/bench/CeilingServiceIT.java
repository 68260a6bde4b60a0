package inventory.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.table.Table;
import inventory.stack.Installation;
import inventory.stack.Ports;
import inventory.stack.Service;
import inventory.stack.ServiceProcess;
import inventory.stack.aws.AwsClients;
import inventory.stack.aws.AwsVariables;
import inventory.stack.aws.ResourceNames;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * That the benchmark's ceiling sends what ingest-service writes: its expressions are a copy, which
 * nothing else holds together with the original. In the benchmark's package, whose parts it needs.
 */
@Tag("long")
class CeilingServiceIT {

  private static final Path LOGS = Path.of("target", "logs", "ceiling").toAbsolutePath();
  private static final int ROWS = 120;

  @TempDir private Path folder;

  @Test
  void theCeilingWritesTheSameMovementsAndLevelsAsTheService() throws Exception {
    try (Resources service = EmbeddedAws.newResources();
        Resources ceiling = EmbeddedAws.newResources()) {
      Work work = new WorkWriter(new WorkShape("tie", 1, ROWS, ROWS), 1).write(folder);
      Ingestion.Run run = ingest(service, work);
      StoredWork stored =
          StoredWork.read(
              service.dynamoDb(), service.table(), new HashSet<>(run.fileIds()), work.warehouses());

      new Ceiling(ceiling.dynamoDb(), ceiling.table(), stored.written()).send(1);

      assertThat(items(ceiling))
          .hasSize(2 * ROWS)
          .containsExactlyInAnyOrderElementsOf(
              items(service).stream().filter(CeilingServiceIT::isMovementOrLevel).toList());
    }
  }

  private static Ingestion.Run ingest(Resources service, Work work)
      throws IOException, InterruptedException {
    Map<String, String> environment = AwsVariables.without(System.getenv());
    environment.putAll(service.environment());
    ServiceProcess program =
        new ServiceProcess(
            Installation.find(), Service.INGEST, Ports.free(1).get(0), environment, LOGS);
    Process process = program.start();
    try (AwsClients clients = AwsClients.of(environment)) {
      program.awaitReady(process);
      return new Ingestion(clients, ResourceNames.of(environment)).run(work);
    } finally {
      process.destroyForcibly().onExit().join();
    }
  }

  private static List<Map<String, AttributeValue>> items(Resources resources) {
    return resources.dynamoDb().scanPaginator(r -> r.tableName(resources.table())).items().stream()
        .toList();
  }

  private static boolean isMovementOrLevel(Map<String, AttributeValue> item) {
    String pk = item.get(Table.PK).s();
    return pk.startsWith("MOVES#") || pk.startsWith("ITEM#");
  }
}
