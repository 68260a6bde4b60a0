package inventory.pulumi;

import static inventory.pulumi.Declaration.ACCOUNT;
import static inventory.pulumi.Declaration.REGION;

import com.pulumi.test.Mocks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Answers like AWS, with ARNs, ids and addresses of requested resources. */
final class Cloud implements Mocks {

  private static final Set<String> SLOW =
      Set.of("aws:sqs/queuePolicy:QueuePolicy", "aws:iam/rolePolicy:RolePolicy");

  // Long enough to see that a resource does not wait for a policy.
  private static final long POLICY_MILLIS = 2_000;

  private static final Map<String, String> ARNS =
      Map.ofEntries(
          Map.entry("aws:sqs/queue:Queue", regional("sqs", "%s")),
          Map.entry("aws:sns/topic:Topic", regional("sns", "%s")),
          Map.entry("aws:kms/key:Key", regional("kms", "key/%s")),
          Map.entry("aws:dynamodb/table:Table", regional("dynamodb", "table/%s")),
          Map.entry("aws:kinesis/stream:Stream", regional("kinesis", "stream/%s")),
          Map.entry("aws:cloudwatch/logGroup:LogGroup", regional("logs", "log-group:%s")),
          Map.entry("aws:ecs/cluster:Cluster", regional("ecs", "cluster/%s")),
          Map.entry("aws:ecs/service:Service", regional("ecs", "service/inventory/%s")),
          Map.entry(
              "aws:ecs/taskDefinition:TaskDefinition", regional("ecs", "task-definition/%s:1")),
          Map.entry("aws:ecr/repository:Repository", regional("ecr", "repository/%s")),
          Map.entry("aws:sfn/stateMachine:StateMachine", regional("states", "stateMachine:%s")),
          Map.entry("aws:lambda/function:Function", regional("lambda", "function:%s")),
          Map.entry("aws:lambda/alias:Alias", regional("lambda", "function:%s:live")),
          Map.entry("aws:athena/workgroup:Workgroup", regional("athena", "workgroup/%s")),
          Map.entry("aws:appautoscaling/policy:Policy", regional("autoscaling", "policy/%s")),
          Map.entry("aws:s3/bucketV2:BucketV2", "arn:aws:s3:::%s-1234567"),
          Map.entry("aws:iam/role:Role", "arn:aws:iam::" + ACCOUNT + ":role/%s"),
          Map.entry(
              "aws:cloudfront/distribution:Distribution",
              "arn:aws:cloudfront::" + ACCOUNT + ":distribution/%s"));

  private final List<Declared> resources = new CopyOnWriteArrayList<>();

  private static String regional(String service, String resource) {
    return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + resource;
  }

  /** The requested resources. */
  Declaration declaration() {
    return new Declaration(
        resources.stream().filter(resource -> resource.type().startsWith("aws:")).toList());
  }

  /** What makes the resources. */
  List<Declared> providers() {
    return resources.stream().filter(r -> r.type().equals("pulumi:providers:aws")).toList();
  }

  /** A policy exists only after a while, so resources that need it must wait. */
  @Override
  public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
    String provider = args.provider == null ? "" : args.provider;
    Declared resource = new Declared(args.type, args.name, args.inputs, provider);
    if (!SLOW.contains(args.type)) {
      resources.add(resource);
      return CompletableFuture.completedFuture(result(args));
    }
    return CompletableFuture.supplyAsync(
        () -> {
          resources.add(resource);
          return result(args);
        },
        CompletableFuture.delayedExecutor(POLICY_MILLIS, TimeUnit.MILLISECONDS));
  }

  private static ResourceResult result(ResourceArgs args) {
    String name = String.valueOf(args.inputs.getOrDefault("name", args.name));
    String bucket = args.name + "-1234567";
    Map<String, Object> state = new HashMap<>(args.inputs);
    // An alias is part of its function's name.
    String named = args.type.equals("aws:lambda/alias:Alias") ? args.name : name;
    state.put("arn", ARNS.getOrDefault(args.type, "arn:" + args.type + ":%s").formatted(named));
    state.putIfAbsent("name", name);
    state.put("url", "https://sqs.example/" + name);
    state.put("keyId", name + "-key-id");
    state.putIfAbsent("bucket", bucket);
    state.put("bucketRegionalDomainName", bucket + ".s3." + REGION + ".amazonaws.com");
    state.put("repositoryUrl", ACCOUNT + ".dkr.ecr." + REGION + ".amazonaws.com/" + name);
    state.put("domainName", "d1234567.cloudfront.net");
    state.put("apiEndpoint", "https://a1b2c3.execute-api." + REGION + ".amazonaws.com");
    state.put("executionArn", regional("execute-api", "a1b2c3"));
    state.put("invokeArn", regional("apigateway", "lambda:path/functions/" + name));
    state.put("version", "1");
    state.put("prefixListId", "pl-" + name);
    state.put("streamArn", state.get("arn") + "/stream/2026-01-01T00:00:00.000");
    return ResourceResult.of(Optional.of(id(args, state)), state);
  }

  private static String id(ResourceArgs args, Map<String, Object> state) {
    return switch (args.type) {
      case "aws:ecs/service:Service" -> (String) state.get("arn");
      case "aws:s3/bucketV2:BucketV2" -> (String) state.get("bucket");
      case "aws:iam/role:Role", "aws:athena/workgroup:Workgroup" -> (String) state.get("name");
      case "aws:cognito/userPool:UserPool" -> REGION + "_abc123";
      default -> args.name + "-id";
    };
  }

  @Override
  public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
    return CompletableFuture.completedFuture(
        switch (args.token) {
          case "aws:index/getAvailabilityZones:getAvailabilityZones" ->
              Map.of("names", zones(args.args), "id", REGION);
          case "aws:secretsmanager/getRandomPassword:getRandomPassword" ->
              Map.of("randomPassword", "random-cursor-key", "id", "random");
          case "aws:index/getCallerIdentity:getCallerIdentity" ->
              Map.of("accountId", ACCOUNT, "arn", "arn:user", "userId", "user", "id", "id");
          case "aws:dynamodb/getTable:getTable" ->
              Map.of("id", "table", "streamArn", streamOf((String) args.args.get("name")));
          default -> throw new IllegalArgumentException("not expected: " + args.token);
        });
  }

  private static String streamOf(String table) {
    return regional("dynamodb", "table/" + table) + "/stream/2026-01-01T00:00:00.000";
  }

  /** A local zone, a zone without Fargate, and two others, in the order of their names. */
  private static List<String> zones(Map<String, Object> inputs) {
    List<String> zones = new ArrayList<>();
    if (!String.valueOf(inputs.get("filters")).contains("opt-in-not-required")) {
      zones.add(REGION + "-ham-1a");
    }
    if (!String.valueOf(inputs.get("excludeZoneIds")).contains("use1-az3")) {
      zones.add(REGION + "a");
    }
    zones.add(REGION + "b");
    zones.add(REGION + "c");
    return zones;
  }
}
