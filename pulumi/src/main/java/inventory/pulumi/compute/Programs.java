package inventory.pulumi.compute;

import com.pulumi.core.Output;
import inventory.model.resource.Inbox;
import inventory.model.resource.Queues;
import inventory.model.resource.Topics;
import inventory.model.resource.Variables;
import inventory.pulumi.data.DataResources;
import inventory.pulumi.identity.DashboardClient;
import inventory.pulumi.identity.ProgramClients;
import inventory.pulumi.identity.SignIn;
import inventory.pulumi.policy.Statement;
import inventory.pulumi.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The environment and permissions of each program. The permissions follow from the calls that the
 * program makes; {@code docs/security.md} lists them.
 */
public record Programs(DataResources data) {

  private Map<String, Output<String>> environment(String... queues) {
    Map<String, Output<String>> environment = new LinkedHashMap<>();
    environment.put(Variables.TABLE, data.table().name());
    environment.put(Variables.BUCKET, data.storage().bucket().bucket());
    // The SDK's default in us-east-1 is the host of all regions, which the page may not call.
    environment.put("AWS_S3_US_EAST_1_REGIONAL_ENDPOINT", Output.of("regional"));
    for (String queue : queues) {
      environment.put(Variables.queue(queue), data.queues().queue(queue).name());
    }
    return environment;
  }

  private Settings.Behaviour behaviour() {
    return data.base().settings().behaviour();
  }

  private static Output<String> text(Object value) {
    return Output.of(String.valueOf(value));
  }

  /** ingest-service: files and events in, levels out. */
  Program ingest() {
    return ingest(Queues.INGEST, Queues.EVENTS);
  }

  private Program ingest(String... consumed) {
    return new Program(
        Program.INGEST,
        environment(Queues.INGEST, Queues.EVENTS, Queues.ALERT, Queues.FILES, Queues.VALIDATION),
        List.of(
            data.consume(consumed),
            data.send(Queues.ALERT, Queues.FILES, Queues.VALIDATION),
            data.findObjects(),
            data.readOriginals(""),
            data.write(Inbox.REJECTED_PREFIX, Inbox.CHANGES_PREFIX),
            data.items("GetItem", "PutItem", "UpdateItem", "BatchWriteItem", "Query"),
            data.useKey("dynamodb", "s3", "sqs")));
  }

  /**
   * ingest-service as a function: one file at a time, and large ones go to a queue of their own.
   */
  Program ingestFunction() {
    return ingest()
        .with(
            Program.resourceName(Program.INGEST),
            Map.of(
                "INVENTORY_CONSUMERS", text(1),
                "INVENTORY_LARGE_QUEUE", data.queues().queue(Queues.LARGE.name()).name(),
                "INVENTORY_LARGE_FILE_BYTES", text(LargeFiles.BYTES)),
            List.of(data.send(Queues.LARGE.name())));
  }

  /** ingest-service as a task for large files: it ends when no more wait. */
  Program largeFiles() {
    return ingest(Queues.LARGE.name())
        .with(
            "inventory-large-files",
            Map.of(
                Variables.queue(Queues.INGEST),
                data.queues().queue(Queues.LARGE.name()).name(),
                "INVENTORY_EVENT_CONSUMERS",
                text(0),
                "INVENTORY_END_WHEN_IDLE",
                text("5m")),
            List.of());
  }

  /** The projection of ingest-service: the table's stream in, counters and the catalogue out. */
  Program projection() {
    return new Program(
        Program.INGEST,
        "inventory-projection",
        Map.of(Variables.TABLE, data.table().name()),
        List.of(
            data.stream("DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"),
            data.items("UpdateItem"),
            data.useKey("dynamodb")));
  }

  /** threshold-service: threshold files in, thresholds out. */
  Program threshold() {
    return new Program(
        Program.THRESHOLD,
        environment(Queues.THRESHOLD, Queues.ALERT, Queues.FILES),
        List.of(
            data.consume(Queues.THRESHOLD),
            data.send(Queues.ALERT, Queues.FILES),
            data.findObjects(),
            data.readOriginals(
                Inbox.THRESHOLDS_PREFIX, "/" + Inbox.THRESHOLDS_PREFIX, Inbox.SETTINGS_PREFIX),
            data.write(Inbox.REJECTED_PREFIX, Inbox.CHANGES_PREFIX),
            data.items("GetItem", "PutItem", "UpdateItem"),
            data.useKey("dynamodb", "s3", "sqs")));
  }

  /**
   * alert-service.
   *
   * @param api the base URL of the API, for links
   */
  Program alert(Output<String> api) {
    Map<String, Output<String>> environment = environment(Queues.ALERT, Queues.FILES, Queues.RUNS);
    environment.put("INVENTORY_NOTIFY", Output.of("sns"));
    environment.put("INVENTORY_TOPIC_PURCHASING", data.topics().arn(Topics.PURCHASING));
    environment.put("INVENTORY_TOPIC_OPERATIONS", data.topics().arn(Topics.OPERATIONS));
    environment.put(Variables.API, api);
    environment.put("INVENTORY_RESTOCK_IF_BELOW", text(behaviour().restockIfBelow()));
    environment.put("INVENTORY_ALERT_SCOPE", text(behaviour().alertScope()));
    environment.put("INVENTORY_FILE_NOTICES", text(behaviour().fileNotices()));
    environment.put("INVENTORY_NOTIFY_RECOVERY", text(behaviour().notifyRecovery()));
    return new Program(
        Program.ALERT,
        environment,
        List.of(
            data.consume(Queues.ALERT, Queues.FILES, Queues.RUNS),
            Statement.allow(
                "Publish",
                List.of("sns:Publish"),
                data.topics().arn(Topics.PURCHASING),
                data.topics().arn(Topics.OPERATIONS)),
            data.findObjects(),
            data.read(Inbox.CHANGES_PREFIX),
            data.items(
                "GetItem",
                "BatchGetItem",
                "PutItem",
                "UpdateItem",
                "DeleteItem",
                "BatchWriteItem",
                "Query"),
            data.lists(),
            data.levelsByItem(),
            data.useKey("dynamodb", "s3", "sns", "sqs")));
  }

  /** validation-worker: the nightly validation, and the rebuild, which a person starts. */
  Program validation() {
    Map<String, Output<String>> environment =
        environment(Queues.VALIDATION, Queues.RUNS, Queues.ALERT);
    environment.put("INVENTORY_CHECK_DURATION", text(behaviour().checkDuration()));
    environment.put("INVENTORY_RESTOCK_IF_BELOW", text(behaviour().restockIfBelow()));
    environment.put("INVENTORY_ALERT_SCOPE", text(behaviour().alertScope()));
    if (!behaviour().checksOff().isEmpty()) {
      environment.put("INVENTORY_CHECKS_OFF", text(behaviour().checksOff()));
    }
    return new Program(
        Program.VALIDATION,
        environment,
        List.of(
            data.consume(Queues.VALIDATION),
            // Messages that it cannot check now go back to its queue; messages that it can never
            // check go elsewhere.
            data.send(Queues.RUNS, Queues.ALERT, Queues.VALIDATION, deadLetters(Queues.VALIDATION)),
            data.findObjects(),
            data.readOriginals(""),
            data.write(Inbox.VALIDATION_PREFIX),
            data.items(
                "GetItem",
                "BatchGetItem",
                "PutItem",
                "UpdateItem",
                "DeleteItem",
                "BatchWriteItem",
                "ConditionCheckItem",
                "DescribeTable",
                "Query",
                "Scan"),
            data.stream("DescribeStream"),
            data.lists(),
            data.useKey("dynamodb", "s3", "sqs")));
  }

  private static String deadLetters(String queue) {
    return Queues.ALL.stream()
        .filter(definition -> definition.name().equals(queue))
        .findFirst()
        .orElseThrow()
        .deadLetterName();
  }

  /**
   * reporting-api.
   *
   * @param signIn the issuer of the tokens
   * @param dashboard the client of people
   * @param clients the clients of programs
   * @param cursorKey the secret that signs cursors
   */
  public Program reporting(
      SignIn signIn, DashboardClient dashboard, ProgramClients clients, Output<String> cursorKey) {
    Map<String, Output<String>> environment =
        environment(Queues.INGEST, Queues.ALERT, Queues.EVENTS);
    environment.put("INVENTORY_OIDC_ISSUER", signIn.issuer());
    environment.put("INVENTORY_OIDC_JWKS", signIn.keys());
    environment.put("INVENTORY_OIDC_CLIENT_ID", dashboard.id());
    environment.put(
        "INVENTORY_OIDC_CLIENTS", clients.ids().applyValue(ids -> String.join(",", ids)));
    environment.put("INVENTORY_CURSOR_KEY", cursorKey);
    environment.put("INVENTORY_RESTOCK_IF_BELOW", text(behaviour().restockIfBelow()));
    environment.put("INVENTORY_ALERT_SCOPE", text(behaviour().alertScope()));
    return new Program(
        Program.REPORTING,
        environment,
        List.of(
            data.send(Queues.INGEST, Queues.ALERT, Queues.EVENTS),
            data.findObjects(),
            data.read(Inbox.REJECTED_PREFIX, Inbox.VALIDATION_PREFIX),
            // A link that it signs allows no more than its own permissions.
            data.write("inventory_files/", Inbox.THRESHOLDS_PREFIX),
            data.items("GetItem", "BatchGetItem", "PutItem", "UpdateItem", "DeleteItem", "Query"),
            data.lists(),
            data.levelsByItem(),
            data.useKey("dynamodb", "s3", "sqs")));
  }
}
