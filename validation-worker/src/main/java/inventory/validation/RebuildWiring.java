package inventory.validation;

import inventory.model.AlertRecord.Decision;
import inventory.model.audit.AuditAction;
import inventory.model.audit.AuditEntry;
import inventory.model.audit.dynamodb.AuditedWrite;
import inventory.model.counter.dynamodb.TableStream;
import inventory.model.inbox.FileLifecycle;
import inventory.model.inbox.Originals;
import inventory.model.movement.Merge;
import inventory.model.movement.Movement;
import inventory.validation.rebuild.Rebuild;
import inventory.validation.rebuild.counters.CounterRebuild;
import inventory.validation.rebuild.dynamodb.DynamoDbCounterTable;
import inventory.validation.rebuild.dynamodb.DynamoDbFileList;
import inventory.validation.rebuild.dynamodb.DynamoDbStockTable;
import inventory.validation.rebuild.sqs.SqsCorrectionPublisher;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Connects the rebuild to its adapters. */
@Factory
final class RebuildWiring {

  private static final Duration PROJECTION_PATIENCE = Duration.ofMinutes(5);

  @Singleton
  RebuildPrinter printer() {
    // The only place that prints to standard output: it is the result of a command.
    return new RebuildPrinter(System.out);
  }

  @Singleton
  Rebuild rebuild(
      DynamoDbClient client,
      SqsClient sqs,
      ObjectMapper json,
      Originals originals,
      FileLifecycle files,
      ValidationSettings settings,
      Clock clock) {
    String id = UUID.randomUUID().toString();
    String table = settings.table();
    return new Rebuild(
        new DynamoDbFileList(client, table),
        originals,
        fileId -> files.find(fileId).upload(),
        new DynamoDbStockTable(client, table, clock, id),
        new SqsCorrectionPublisher(
            sqs,
            settings.alertQueue(),
            json,
            Movement.CORRECTION_PREFIX + id,
            "a rebuild of the levels"),
        Merge.budget(settings.mergePercent(), 1));
  }

  @Singleton
  @Bean(preDestroy = "close")
  TableStream tableStream(DynamoDbClient client, ValidationSettings settings) {
    return new TableStream(client, settings.table());
  }

  @Singleton
  CounterRebuild counterRebuild(
      DynamoDbClient client, TableStream stream, ValidationSettings settings, Clock clock) {
    return new CounterRebuild(
        new DynamoDbCounterTable(client, stream, settings.table(), clock, PROJECTION_PATIENCE));
  }

  @Singleton
  Command rebuildCommand(
      Rebuild rebuild,
      CounterRebuild counters,
      RebuildPrinter printer,
      DynamoDbClient client,
      ValidationSettings settings,
      Clock clock) {
    return new RebuildCommand(
        rebuild,
        counters,
        printer,
        (by, note) ->
            AuditedWrite.record(
                client,
                settings.table(),
                AuditEntry.on(
                    "levels", AuditAction.REBUILD, new Decision(clock.instant(), by, note), "")));
  }
}
