package inventory.pulumi;

import static inventory.pulumi.Stack.json;
import static inventory.pulumi.Stack.queueArn;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import inventory.model.resource.Inbox;
import inventory.model.resource.QueueDefinition;
import inventory.model.resource.Queues;
import inventory.model.resource.RawTables;
import inventory.model.table.Table;
import inventory.pulumi.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PartsTest {

  private static Stack stack;

  @BeforeAll
  static void run() {
    stack = Stack.of(Stack.PROD);
  }

  @Test
  void theTableHasTheKeysOfTheSharedModel() {
    assertThat(stack.inputs("dynamodb/table:Table", Table.NAME))
        .containsEntry("billingMode", "PAY_PER_REQUEST")
        .containsEntry("hashKey", Table.PK)
        .containsEntry("rangeKey", Table.SK)
        .containsEntry("ttl", Map.of("enabled", true, "attributeName", Table.EXPIRES_AT))
        .containsEntry("pointInTimeRecovery", Map.of("enabled", true))
        .containsEntry("deletionProtectionEnabled", true);
  }

  @Test
  void eachQueueHasTheLimitsOfTheSharedModel() {
    for (QueueDefinition definition : Queues.ALL) {
      Map<String, Object> queue = stack.inputs("sqs/queue:Queue", definition.name());
      assertThat(queue)
          .containsEntry(
              "visibilityTimeoutSeconds", (double) definition.visibilityTimeout().toSeconds())
          .containsEntry("messageRetentionSeconds", (double) definition.retention().toSeconds())
          .containsEntry(
              "redrivePolicy", definition.redrivePolicy(queueArn(definition.deadLetterName())));
    }
  }

  @Test
  void onlyDevMayBeDeletedWithItsData() {
    Map<String, Object> dev = Stack.of(Stack.DEV).inputs("dynamodb/table:Table", Table.NAME);

    assertThat(dev).containsEntry("deletionProtectionEnabled", false);
    assertThat(Stack.of(Stack.DEV).inputs("s3/bucketV2:BucketV2", "inventory-inbox"))
        .containsEntry("forceDestroy", true);
    assertThat(stack.inputs("s3/bucketV2:BucketV2", "inventory-inbox"))
        .containsEntry("forceDestroy", false);
  }

  @Test
  void newFilesNotifyTheQueueOfTheServiceThatProcessesThem() {
    List<Map<String, Object>> expected =
        Inbox.ROUTES.stream()
            .map(route -> route(route.prefix(), route.suffix(), route.queue()))
            .toList();

    assertThat(expected)
        .contains(
            route("", ".csv", Queues.INGEST),
            route("/restock_thresholds/", ".JSON", Queues.THRESHOLD));
    assertThat(stack.inputs("s3/bucketNotification:BucketNotification", "inventory-inbox"))
        .containsEntry("queues", expected)
        .containsEntry("eventbridge", true);
  }

  private static Map<String, Object> route(String prefix, String suffix, String queue) {
    return Map.of(
        "events",
        List.of("s3:ObjectCreated:*"),
        "filterPrefix",
        prefix,
        "filterSuffix",
        suffix,
        "queueArn",
        queueArn(queue));
  }

  @Test
  void theBucketTellsAQueueOnlyAfterTheQueueLetsIt() {
    List<Declared> order = stack.declaration().resources();
    Declared notification = stack.declaration().only("s3/bucketNotification:BucketNotification");

    for (String queue : List.of(Queues.INGEST, Queues.THRESHOLD)) {
      Declared policy = stack.declaration().find("sqs/queuePolicy:QueuePolicy", queue);
      assertThat(order.indexOf(notification)).as(queue).isGreaterThan(order.indexOf(policy));
    }
  }

  /** Some services try a role's rights when they are given the role, and fail for good. */
  @Test
  void aRoleIsUsedOnlyAfterItHasItsRights() {
    List<Declared> order = stack.declaration().resources();
    for (Declared policy : stack.declaration().ofType("iam/rolePolicy:RolePolicy").toList()) {
      String role = "arn:aws:iam::" + Declaration.ACCOUNT + ":role/" + policy.at("role");
      assertThat(order.subList(0, order.indexOf(policy)))
          .as(policy.name())
          .noneMatch(resource -> holds(resource.inputs(), role));
    }
  }

  private static boolean holds(Object value, String text) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().anyMatch(inner -> holds(inner, text));
    }
    if (value instanceof List<?> list) {
      return list.stream().anyMatch(inner -> holds(inner, text));
    }
    return text.equals(value);
  }

  /** The names of CloudFront's resources are the account's, not the region's. */
  @Test
  void anAccountCanHaveAStackInEachRegion() {
    Function<String, Optional<String>> inFrankfurt = Stack.configuration(Stack.DEV);
    Stack other =
        Stack.run(
            Stack.DEV,
            SettingsReader.read(
                key ->
                    key.equals("aws:region") ? Optional.of("us-east-1") : inFrankfurt.apply(key)));

    assertThat(globalNames(Stack.of(Stack.DEV)))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(globalNames(other));
  }

  private static List<String> globalNames(Stack stack) {
    return Stream.of(
            "cloudfront/function:Function",
            "cloudfront/cachePolicy:CachePolicy",
            "cloudfront/originAccessControl:OriginAccessControl",
            "cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
            "iam/policy:Policy",
            "iam/role:Role")
        .flatMap(stack.declaration()::ofType)
        .flatMap(resource -> Stream.ofNullable((String) resource.at("name")))
        .toList();
  }

  /** CloudFront compresses only what its cache may keep. */
  @Test
  void answersOfTheApiAreCompressed() {
    Declared policy = stack.declaration().only("cloudfront/cachePolicy:CachePolicy");
    List<?> behaviours =
        (List<?>)
            stack
                .declaration()
                .only("cloudfront/distribution:Distribution")
                .at("orderedCacheBehaviors");

    assertThat(policy.at("defaultTtl")).isEqualTo(0.0);
    assertThat((Double) policy.at("maxTtl")).isPositive();
    assertThat(policy.at("parametersInCacheKeyAndForwardedToOrigin", "headersConfig", "headers"))
        .isEqualTo(Map.of("items", List.of("Accept", "Authorization")));
    assertThat(behaviours)
        .hasSize(2)
        .allSatisfy(
            behaviour ->
                assertThat((Map<?, ?>) behaviour)
                    .extracting("compress", "cachePolicyId")
                    .containsExactly(true, "inventory-api-id"));
  }

  /** Without it, links of us-east-1 lead to another host than the page may upload to. */
  @Test
  void linksToFilesAreForTheRegionsOwnHost() {
    assertThat(DeclaredStack.get().environment("reporting-api"))
        .containsEntry("AWS_S3_US_EAST_1_REGIONAL_ENDPOINT", "regional");
  }

  @Test
  void everyStateOfAMachineLeadsToOneThatIsThere() {
    stack
        .declaration()
        .ofType("sfn/stateMachine:StateMachine")
        .forEach(machine -> assertStates(json(machine.at("definition"))));
  }

  private static void assertStates(JsonObject machine) {
    JsonObject states = machine.getAsJsonObject("States");
    Set<String> entered =
        states.asMap().values().stream()
            .flatMap(state -> next(state.getAsJsonObject()))
            .collect(Collectors.toSet());
    entered.add(machine.get("StartAt").getAsString());

    assertThat(entered).isEqualTo(states.keySet());
    states.asMap().values().stream()
        .filter(state -> state.getAsJsonObject().has("ItemProcessor"))
        .forEach(state -> assertStates(state.getAsJsonObject().getAsJsonObject("ItemProcessor")));
  }

  private static Stream<String> next(JsonObject state) {
    Stream<String> choices =
        state.has("Choices")
            ? state.getAsJsonArray("Choices").asList().stream()
                .map(choice -> choice.getAsJsonObject().get("Next").getAsString())
            : Stream.empty();
    return Stream.concat(
        choices,
        Stream.of("Next", "Default").filter(state::has).map(key -> state.get(key).getAsString()));
  }

  @Test
  void anUploadStartsTheServiceThatProcessesIt() {
    Map<String, String> keys =
        Map.of(
            Queues.INGEST, "[{\"suffix\":{\"equals-ignore-case\":\".csv\"}}]",
            Queues.THRESHOLD,
                "[{\"prefix\":\"restock_thresholds/\"},{\"prefix\":\"/restock_thresholds/\"}]");
    for (Inbox.Route route : Inbox.ROUTES) {
      JsonObject pattern =
          json(
              stack
                  .inputs("cloudwatch/eventRule:EventRule", route.queue() + "-uploads")
                  .get("eventPattern"));
      assertThat(pattern.toString()).contains("\"key\":" + keys.get(route.queue()));
    }
    assertThat(stack.inputs("cloudwatch/eventTarget:EventTarget", "inventory-ingest-uploads"))
        .containsEntry(
            "input", "{\"services\":[\"inventory-ingest-service\",\"inventory-alert-service\"]}");
  }

  @Test
  void aMessageStartsTheServiceThatConsumesIt() {
    Map<String, String> owners =
        Map.of(
            Queues.INGEST, "inventory-ingest-service",
            Queues.EVENTS, "inventory-ingest-service",
            Queues.THRESHOLD, "inventory-threshold-service",
            Queues.ALERT, "inventory-alert-service",
            Queues.FILES, "inventory-alert-service",
            Queues.RUNS, "inventory-alert-service");
    JsonObject states =
        json(stack.inputs("sfn/stateMachine:StateMachine", "inventory-due-work").get("definition"))
            .getAsJsonObject("States");

    Map<String, String> woken =
        states
            .getAsJsonObject("Queues")
            .getAsJsonObject("Result")
            .getAsJsonArray("queues")
            .asList()
            .stream()
            .map(JsonElement::getAsJsonObject)
            .collect(
                Collectors.toMap(
                    queue -> queueName(queue.get("url").getAsString()),
                    queue -> service(queue.get("wake"))));

    assertThat(woken).isEqualTo(owners);
  }

  private static String queueName(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private static String service(JsonElement input) {
    return json(input.getAsString()).getAsJsonArray("services").get(0).getAsString();
  }

  @Test
  void theSavedQueriesAreThoseOfTheDocs() throws IOException {
    String docs = Files.readString(Stack.root().resolve("docs/sql.md"));

    assertThat(stack.declaration().ofType("athena/namedQuery:NamedQuery"))
        .hasSize(3)
        .allSatisfy(query -> assertThat(docs).contains("```sql\n" + query.at("query") + "```"));
  }

  @Test
  void theCatalogueHasTheRawFilesTables() {
    assertThat(
            stack
                .declaration()
                .ofType("glue/catalogTable:CatalogTable")
                .map(table -> (String) table.at("name")))
        .containsExactlyInAnyOrderElementsOf(
            RawTables.ALL.stream().map(table -> table.name()).toList());
  }

  @Test
  void withoutEventsAndPrivateNetworkNothingIsThereThatCostsWhileIdle() {
    List<String> idle =
        List.of(
            "aws:kinesis/stream:Stream",
            "aws:pipes/pipe:Pipe",
            "aws:ec2/natGateway:NatGateway",
            "aws:ec2/eip:Eip",
            "aws:lb/loadBalancer:LoadBalancer");

    assertThat(Stack.of(Stack.DEV).declaration().resources())
        .noneMatch(resource -> idle.contains(resource.type()))
        .noneMatch(resource -> "Interface".equals(resource.at("vpcEndpointType")));
    assertThat(Stack.of(Stack.DEV).declaration().ofType("ecs/service:Service"))
        .hasSize(3)
        .allMatch(service -> Double.valueOf(0).equals(service.at("desiredCount")));
  }
}
