package inventory.pulumi;

import static inventory.pulumi.Stack.json;
import static inventory.pulumi.Stack.queueArn;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import inventory.model.function.MessageGroups;
import inventory.model.resource.Inbox;
import inventory.model.resource.QueueDefinition;
import inventory.model.resource.Queues;
import inventory.model.resource.RawTables;
import inventory.model.table.Table;
import inventory.pulumi.compute.Artefacts;
import inventory.pulumi.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        .containsEntry("streamEnabled", true)
        .containsEntry("streamViewType", "NEW_AND_OLD_IMAGES")
        .containsEntry("pointInTimeRecovery", Map.of("enabled", true))
        .containsEntry("deletionProtectionEnabled", true);
  }

  @Test
  void eachQueueHasTheLimitsOfTheSharedModel() {
    for (QueueDefinition definition : Queues.ALL) {
      Map<String, Object> queue =
          Stack.of(Stack.PROD_TASKS).inputs("sqs/queue:Queue", definition.name());
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
            "cloudfront/cachePolicy:CachePolicy",
            "cloudfront/originAccessControl:OriginAccessControl",
            "cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
            "iam/policy:Policy",
            "iam/role:Role")
        .flatMap(stack.declaration()::ofType)
        .flatMap(resource -> Stream.ofNullable((String) resource.at("name")))
        .toList();
  }

  @Test
  void noTwoResourcesOfATypeHaveOneName() {
    for (String name : List.of(Stack.PROD, Stack.PROD_TASKS)) {
      assertThat(Stack.of(name).declaration().resources())
          .extracting(Declared::toString)
          .doesNotHaveDuplicates();
    }
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

  /** Fargate starts no task in a local zone, and in some zones of old regions. */
  @Test
  void tasksRunInZonesThatHaveFargate() {
    assertThat(stack.declaration().ofType("ec2/subnet:Subnet").map(s -> s.at("availabilityZone")))
        .containsExactlyInAnyOrder(Declaration.REGION + "b", Declaration.REGION + "c");
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

  /** AWS refuses a mapping whose queue shows a message again while the function may work on it. */
  @Test
  void aQueueHidesAMessageForLongerThanItsFunctionMayWork() {
    Map<String, Double> timeouts =
        stack
            .declaration()
            .ofType("lambda/function:Function")
            .collect(
                Collectors.toMap(
                    function -> (String) function.at("name"),
                    function -> (Double) function.at("timeout")));
    List<Declared> mappings =
        stack
            .declaration()
            .ofType("lambda/eventSourceMapping:EventSourceMapping")
            .filter(mapping -> ((String) mapping.at("eventSourceArn")).contains(":sqs:"))
            .toList();

    assertThat(mappings)
        .hasSize(6)
        .allSatisfy(
            mapping -> {
              String function = ((String) mapping.at("functionName")).split(":", -1)[6];
              Map<String, Object> queue = stack.inputs("sqs/queue:Queue", mapping.name());
              assertThat((Double) queue.get("visibilityTimeoutSeconds"))
                  .isGreaterThan(timeouts.get(function));
              assertThat(mapping.at("eventSourceArn")).isEqualTo(queueArn(mapping.name()));
              assertThat(mapping.at("functionResponseTypes"))
                  .isEqualTo(List.of("ReportBatchItemFailures"));
              assertThat((Double) mapping.at("scalingConfig", "maximumConcurrency"))
                  .isGreaterThanOrEqualTo(2);
            });
  }

  /** A record that fails must stop its shard: what is skipped would never be counted. */
  @Test
  void theProjectionCountsEachRecordOfTheStreamInOrder() {
    Declared mapping =
        stack
            .declaration()
            .ofType("lambda/eventSourceMapping:EventSourceMapping")
            .filter(one -> one.name().equals("inventory-projection"))
            .findFirst()
            .orElseThrow();

    assertThat((String) mapping.at("functionName")).endsWith(":inventory-projection:live");
    assertThat((String) mapping.at("eventSourceArn")).contains(":table/inventory/stream/");
    assertThat(mapping.at("startingPosition")).isEqualTo("TRIM_HORIZON");
    assertThat(mapping.at("maximumRetryAttempts")).isEqualTo(-1.0);
    assertThat(mapping.at("bisectBatchOnFunctionError")).isNull();
    assertThat((Double) mapping.at("tumblingWindowInSeconds")).isPositive();
    assertThat(mapping.at("functionResponseTypes")).isEqualTo(List.of("ReportBatchItemFailures"));
  }

  /** A partition key may be what SQS refuses as a message group. */
  @Test
  void thePipeGroupsEventsByWhatTheFunctionAdds() {
    Declared pipe = stack.declaration().only("pipes/pipe:Pipe");

    assertThat((String) pipe.at("enrichment")).endsWith(":function:inventory-message-groups:live");
    assertThat(pipe.at("targetParameters", "sqsQueueParameters", "messageGroupId"))
        .isEqualTo("$." + MessageGroups.GROUP);
  }

  @Test
  void aLargeFileStartsATaskThatEndsByItself() {
    String pattern =
        (String)
            stack
                .inputs("cloudwatch/eventRule:EventRule", "inventory-large-files-dropped")
                .get("eventPattern");
    Map<?, ?> function =
        (Map<?, ?>)
            stack
                .declaration()
                .find("lambda/function:Function", "inventory-ingest-service")
                .at("environment", "variables");
    String task =
        (String)
            stack
                .inputs("ecs/taskDefinition:TaskDefinition", "inventory-large-files")
                .get("containerDefinitions");

    assertThat(pattern)
        .contains("{\"numeric\":[\">\"," + function.get("INVENTORY_LARGE_FILE_BYTES"));
    assertThat(function.get("INVENTORY_LARGE_QUEUE")).isEqualTo("inventory-large");
    assertThat(task)
        .contains("{\"name\":\"INVENTORY_INGEST_QUEUE\",\"value\":\"inventory-large\"}")
        .contains("INVENTORY_END_WHEN_IDLE");
    assertThat(stack.inputs("cloudwatch/eventRule:EventRule", "inventory-large-files-waiting"))
        .hasEntrySatisfying(
            "eventPattern",
            waiting ->
                assertThat(stack.declaration().ofType("cloudwatch/metricAlarm:MetricAlarm"))
                    .anyMatch(
                        alarm -> ((String) waiting).contains("[\"" + alarm.at("name") + "\"]")));
  }

  @Test
  void aProgramIsAClientWithItsScopesAndASecret() {
    Stack programs =
        Stack.with(Stack.DEV, Map.of("inventory:programs", "erp:read, shop:read+write"));

    assertThat(programs.inputs("cognito/userPoolClient:UserPoolClient", "inventory-program-shop"))
        .containsEntry("generateSecret", true)
        .containsEntry("allowedOauthFlows", List.of("client_credentials"))
        .containsEntry("allowedOauthScopes", List.of("inventory/read", "inventory/write"));
    assertThat(programs.declaration().ofType("cognito/resourceServer:ResourceServer")).hasSize(1);
    assertThat(programs.inputs("apigatewayv2/authorizer:Authorizer", "inventory"))
        .hasEntrySatisfying(
            "jwtConfiguration",
            configuration ->
                assertThat((List<?>) ((Map<?, ?>) configuration).get("audiences")).hasSize(3));
    assertThat(
            programs
                .declaration()
                .find("lambda/function:Function", "inventory-reporting-api")
                .at("environment", "variables", "INVENTORY_OIDC_CLIENTS"))
        .asString()
        .matches("[^,]*erp[^,]*,[^,]*shop[^,]*");
  }

  @Test
  void withoutProgramsThePagesClientIsTheOnlyOne() {
    assertThat(stack.declaration().ofType("cognito/resourceServer:ResourceServer")).isEmpty();
    assertThat(stack.declaration().ofType("cognito/userPoolClient:UserPoolClient")).hasSize(1);
  }

  @Test
  void tasksHaveTheTimeThatTheServicesUseToStop() {
    Stack.of(Stack.PROD_TASKS)
        .declaration()
        .ofType("ecs/taskDefinition:TaskDefinition")
        .filter(task -> !task.name().contains("validation"))
        .forEach(
            task ->
                assertThat((String) task.at("containerDefinitions"))
                    .contains("{\"name\":\"INVENTORY_STOP_PATIENCE\",\"value\":\"110s\"}")
                    .contains("\"stopTimeout\":120"));
  }

  /** A standalone task can have no protection. */
  @Test
  void tasksThatScaleAreProtectedWhileTheyAreBusy() {
    Stack tasks = Stack.of(Stack.PROD_TASKS);

    assertThat(containers(tasks, "inventory-ingest-service"))
        .contains("{\"name\":\"INVENTORY_SCALE_IN_PROTECTION\",\"value\":\"true\"}");
    assertThat(tasks.inputs("iam/rolePolicy:RolePolicy", "inventory-ingest-service").toString())
        .contains("ecs:UpdateTaskProtection");
    assertThat(containers(stack, "inventory-large-files")).doesNotContain("SCALE_IN_PROTECTION");
  }

  /** A task that is always there lets ECS see that a new image does not start. */
  @Test
  void aServiceAsTasksIsNeverWithoutOne() {
    Declaration tasks = Stack.of(Stack.PROD_TASKS).declaration();

    assertThat(tasks.ofType("ecs/service:Service"))
        .hasSize(3)
        .allMatch(service -> Double.valueOf(1).equals(service.at("desiredCount")));
    assertThat(tasks.only("appautoscaling/target:Target").inputs())
        .containsEntry("minCapacity", 1.0)
        .containsEntry("maxCapacity", 10.0);
    assertThat(tasks.only("appautoscaling/policy:Policy").inputs().toString())
        .contains("(waiting0 + waiting1) / tasks")
        .doesNotContain("FILL");
  }

  /** A tag can move to another image; a digest cannot. */
  @Test
  void anImageIsNamedByTheDigestOfTheBuild(@TempDir Path root) throws IOException {
    Path target = Files.createDirectories(root.resolve("ingest-service/target"));
    Files.writeString(target.resolve("jib-image.digest"), "sha256:0123\n");
    Path files = Stack.root().resolve("reporting-api/src/main");
    Stack built =
        Stack.run(
            Stack.DEV,
            SettingsReader.read(Stack.configuration(Stack.DEV)),
            new Artefacts(root, files.resolve("resources/dashboard")));

    assertThat(containers(built, "inventory-large-files"))
        .contains(".amazonaws.com/inventory/ingest-service@sha256:0123\"");
    assertThat(containers(built, "inventory-validation-worker"))
        .contains(".amazonaws.com/inventory/validation-worker:latest\"");
  }

  private static String containers(Stack stack, String family) {
    return (String)
        stack.inputs("ecs/taskDefinition:TaskDefinition", family).get("containerDefinitions");
  }

  /** Without them, only an administrator could drop a file. */
  @Test
  void whoSendsDataMayDoNothingElse() {
    assertThat(actions(stack, "inventory-warehouse"))
        .containsExactly("s3:PutObject", "kms:Decrypt", "kms:GenerateDataKey");
    assertThat(actions(stack, "inventory-web-shop"))
        .containsExactly(
            "kinesis:PutRecord", "kinesis:PutRecords", "kms:Decrypt", "kms:GenerateDataKey");
    assertThat(Stack.of(Stack.DEV).declaration().ofType("iam/policy:Policy"))
        .extracting(Declared::name)
        .containsExactlyInAnyOrder("inventory-analyst", "inventory-warehouse");
  }

  private static List<String> actions(Stack stack, String policy) {
    return PolicyStatement.of(stack.declaration().find("iam/policy:Policy", policy))
        .flatMap(statement -> statement.actions().stream())
        .toList();
  }

  /** AWS forgets an empty environment, so each preview would update the function. */
  @Test
  void aFunctionHasVariablesOrNoEnvironment() {
    assertThat(stack.declaration().ofType("lambda/function:Function"))
        .hasSize(6)
        .noneMatch(function -> Map.of().equals(function.at("environment", "variables")));
  }

  @Test
  void afterARestoreAllProgramsUseTheRestoredTable() {
    Stack restored = Stack.with(Stack.PROD, Map.of("inventory:table", "inventory-restored"));

    assertThat(restored.declaration().ofType("iam/rolePolicy:RolePolicy"))
        .noneMatch(policy -> policy.inputs().toString().contains(":table/inventory\""))
        .noneMatch(policy -> policy.inputs().toString().contains(":table/inventory/"));
    assertThat(restored.declaration().ofType("lambda/function:Function"))
        .filteredOn(function -> !function.name().equals("inventory-message-groups"))
        .allMatch(
            function ->
                "inventory-restored"
                    .equals(function.at("environment", "variables", "INVENTORY_TABLE")));
    assertThat(restored.inputs("iam/rolePolicy:RolePolicy", "inventory-ingest-service").toString())
        .contains(":table/inventory-restored\"");
    assertThat(restored.inputs("dynamodb/table:Table", Table.NAME))
        .as("the table before the restore stays")
        .containsEntry("name", Table.NAME);
  }

  @Test
  void inProductionUsersSignInWithASecondFactor() {
    assertThat(stack.declaration().only("cognito/userPool:UserPool").at("mfaConfiguration"))
        .isEqualTo("ON");
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
    assertThat(Stack.of(Stack.DEV).declaration().ofType("ecs/service:Service")).isEmpty();
  }
}
