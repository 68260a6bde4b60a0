package inventory.pulumi;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The rules of cdk-nag's pack AwsSolutions that apply to the types of this program, and whether the
 * program follows them. Those about types that it does not use are left out.
 *
 * @param id as cdk-nag names it
 * @param title what it demands
 * @param check whether a stack follows it
 * @param exception why the program does not follow it; empty if it does
 */
record AwsSolutions(
    String id, String title, Predicate<Declaration> check, Optional<String> exception) {

  static final List<AwsSolutions> ALL =
      List.of(
          new AwsSolutions(
              "APIG1",
              "APIs have an access log",
              each("apigatewayv2/stage:Stage", s -> has(s, "accessLogSettings"))),
          new AwsSolutions(
              "APIG4",
              "All routes need authorization",
              each(
                  "apigatewayv2/route:Route",
                  route -> !"NONE".equals(route.at("authorizationType"))),
              "The description of the API and its page are public. They have no data."),
          new AwsSolutions(
              "CFR1",
              "A distribution restricts countries",
              all(stack -> false),
              "Warehouses and purchasing may be anywhere; sign-in decides who sees data."),
          new AwsSolutions(
              "CFR2",
              "A distribution has a web application firewall",
              each("cloudfront/distribution:Distribution", d -> has(d, "webAclId")),
              "It costs 8 USD a month while idle. The dashboard's files are public; the API throttles, and"
                  + " refuses requests without a token before any of our code runs."),
          new AwsSolutions(
              "CFR3",
              "A distribution has an access log",
              each("cloudfront/distribution:Distribution", d -> has(d, "loggingConfig")),
              "The access log of the API has each call with its user. Files of the dashboard are public."),
          new AwsSolutions(
              "CFR4",
              "Viewers use TLS 1.2",
              each(
                  "cloudfront/distribution:Distribution",
                  d ->
                      !Boolean.TRUE.equals(
                          d.at("viewerCertificate", "cloudfrontDefaultCertificate"))),
              "CloudFront's own domain accepts older versions; only a domain of one's own can demand 1.2."
                  + " Browsers of the last ten years use 1.2 or later."),
          new AwsSolutions(
              "CFR5",
              "Origins are called with TLS",
              each(
                  "cloudfront/distribution:Distribution",
                  d ->
                      ((List<?>) d.at("origins"))
                              .toString()
                              .replaceAll("originProtocolPolicy=https-only", "")
                              .indexOf("originProtocolPolicy")
                          < 0)),
          new AwsSolutions(
              "CFR7",
              "The dashboard's bucket is read by origin access control",
              all(
                  stack ->
                      stack.ofType("cloudfront/originAccessControl:OriginAccessControl").count()
                          == 1)),
          new AwsSolutions(
              "COG1",
              "Passwords have eight characters of four kinds",
              each(
                  "cognito/userPool:UserPool",
                  pool ->
                      pool.at("passwordPolicy", "minimumLength") instanceof Double length
                          && length >= 8
                          && Stream.of("Lowercase", "Uppercase", "Numbers", "Symbols")
                              .allMatch(
                                  kind ->
                                      Boolean.TRUE.equals(
                                          pool.at("passwordPolicy", "require" + kind))))),
          new AwsSolutions(
              "COG2",
              "Sign-in needs a second factor",
              each("cognito/userPool:UserPool", pool -> "ON".equals(pool.at("mfaConfiguration")))),
          new AwsSolutions(
              "COG3",
              "Cognito's threat protection is enforced",
              each("cognito/userPool:UserPool", pool -> has(pool, "userPoolAddOns")),
              "It costs 0.05 USD for each user and month in another tier. In production, each sign-in needs a"
                  + " second factor."),
          new AwsSolutions(
              "DDB3",
              "Tables can be restored to a point in time",
              each(
                  "dynamodb/table:Table",
                  table -> Boolean.TRUE.equals(table.at("pointInTimeRecovery", "enabled")))),
          new AwsSolutions(
              "EC23",
              "No security group lets the Internet in",
              all(stack -> AccessRules.network(stack).findAny().isEmpty())),
          new AwsSolutions(
              "EC27",
              "Security groups have descriptions",
              each("ec2/securityGroup:SecurityGroup", group -> has(group, "description"))),
          new AwsSolutions(
              "ECR1",
              "No image is public",
              all(
                  stack ->
                      stack.ofType("ecr/repositoryPolicy:RepositoryPolicy").findAny().isEmpty())),
          new AwsSolutions(
              "ECS2",
              "Task definitions have no plain variables",
              each(
                  "ecs/taskDefinition:TaskDefinition",
                  task ->
                      !((String) task.at("containerDefinitions")).contains("\"environment\":[{")),
              "No variable of a task is a secret: names of resources and settings."),
          new AwsSolutions(
              "ECS4",
              "Clusters have Container Insights",
              each("ecs/cluster:Cluster", cluster -> has(cluster, "settings")),
              "They cost about 0.30 USD for each metric and month. Queues, alarms and logs show what tasks do."),
          new AwsSolutions(
              "ECS7",
              "Containers have a log",
              each(
                  "ecs/taskDefinition:TaskDefinition",
                  task ->
                      ((String) task.at("containerDefinitions"))
                          .contains("\"logDriver\":\"awslogs\""))),
          new AwsSolutions(
              "IAM4",
              "No managed policy of AWS is used",
              all(
                  stack ->
                      stack
                              .ofType("iam/role:Role")
                              .noneMatch(role -> has(role, "managedPolicyArns"))
                          && stack
                              .ofType("iam/rolePolicyAttachment:RolePolicyAttachment")
                              .findAny()
                              .isEmpty())),
          new AwsSolutions(
              "IAM5",
              "Policies have no wildcards",
              all(stack -> PolicyStatement.all(stack).noneMatch(Wildcards::hasOne)),
              "Each wildcard is listed below with its reason."),
          new AwsSolutions(
              "KDS1",
              "Streams are encrypted",
              each("kinesis/stream:Stream", stream -> "KMS".equals(stream.at("encryptionType")))),
          new AwsSolutions(
              "KDS3",
              "Streams use the key of Kinesis",
              each(
                  "kinesis/stream:Stream",
                  stream -> "alias/aws/kinesis".equals(stream.at("kmsKeyId"))),
              "Requirement O3 demands our own key, whose use is ours to grant and to take back."),
          new AwsSolutions(
              "KMS5",
              "Keys are rotated",
              each("kms/key:Key", key -> Boolean.TRUE.equals(key.at("enableKeyRotation")))),
          new AwsSolutions(
              "L1",
              "Functions use the newest runtime",
              each("lambda/function:Function", function -> "java25".equals(function.at("runtime"))),
              "java21 is supported until 2029, and has been run with snapshots for longer."),
          new AwsSolutions(
              "S1",
              "Buckets have access logs",
              all(
                  stack ->
                      stack.ofType("s3/bucketV2:BucketV2").count()
                          == stack.ofType("s3/bucketLoggingV2:BucketLoggingV2").count()),
              "The record of each file says who processed it; objects are never changed, and every version is"
                  + " kept. CloudTrail's data events can be switched on for an inquiry."),
          new AwsSolutions(
              "S2",
              "Buckets are not public",
              all(stack -> DataRules.publicAccess(stack).findAny().isEmpty())),
          new AwsSolutions(
              "S10", "Buckets demand TLS", all(stack -> DataRules.tls(stack).findAny().isEmpty())),
          new AwsSolutions(
              "SF1",
              "State machines log everything",
              each(
                  "sfn/stateMachine:StateMachine",
                  machine -> "ALL".equals(machine.at("loggingConfiguration", "level"))),
              "The only machine looks once a day whether the validation has completed; its failures are"
                  + " logged and raise an alarm."),
          new AwsSolutions(
              "SF2",
              "State machines have tracing",
              each(
                  "sfn/stateMachine:StateMachine", machine -> has(machine, "tracingConfiguration")),
              "It makes one call a day."),
          new AwsSolutions(
              "SNS3", "Topics demand TLS", all(stack -> DataRules.tls(stack).findAny().isEmpty())),
          new AwsSolutions(
              "SQS2",
              "Queues are encrypted",
              all(stack -> DataRules.encryption(stack).findAny().isEmpty())),
          new AwsSolutions(
              "SQS3",
              "Queues have dead-letter queues",
              each("sqs/queue:Queue", queue -> has(queue, "redrivePolicy")),
              "Those without one are dead-letter queues themselves, also those of schedules, rules and the"
                  + " pipe."),
          new AwsSolutions(
              "SQS4", "Queues demand TLS", all(stack -> DataRules.tls(stack).findAny().isEmpty())),
          new AwsSolutions(
              "VPC3",
              "Network access lists are not used in place of security groups",
              all(stack -> stack.ofType("ec2/networkAcl:NetworkAcl").findAny().isEmpty())),
          new AwsSolutions(
              "VPC7",
              "Networks have flow logs",
              all(stack -> stack.ofType("ec2/flowLog:FlowLog").findAny().isPresent()),
              "Nothing can connect to a task, and tasks call AWS alone: each call is one of a role, and"
                  + " CloudTrail has the roles' calls."));

  private AwsSolutions(String id, String title, Predicate<Declaration> check) {
    this(id, title, check, Optional.empty());
  }

  private AwsSolutions(String id, String title, Predicate<Declaration> check, String exception) {
    this(id, title, check, Optional.of(exception));
  }

  /** The rule of an id. */
  static AwsSolutions of(String id) {
    return ALL.stream().filter(rule -> rule.id.equals(id)).findFirst().orElseThrow();
  }

  private static Predicate<Declaration> each(String type, Predicate<Declared> check) {
    return stack -> stack.ofType(type).allMatch(check);
  }

  private static Predicate<Declaration> all(Predicate<Declaration> check) {
    return check;
  }

  private static boolean has(Declared resource, String property) {
    Object value = resource.at(property);
    return value != null && !(value instanceof List<?> list && list.isEmpty());
  }

  /** Whether a stack follows it. */
  boolean isFollowed(Declaration stack) {
    return check.test(stack);
  }

  /** The rows of the table of exceptions. */
  static List<String> rows() {
    return ALL.stream()
        .filter(rule -> rule.exception().isPresent())
        .map(
            rule ->
                "| %s | %s | %s |\n".formatted(rule, rule.title(), rule.exception().orElseThrow()))
        .toList();
  }

  @Override
  public String toString() {
    return id;
  }
}
