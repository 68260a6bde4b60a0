package inventory.pulumi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Violations to plant: for each rule what it must find. */
final class Seeds {

  private Seeds() {}

  /**
   * A violation.
   *
   * @param rule which is broken
   * @param what in words
   * @param named what the finding must name
   * @param plant breaks the rule
   */
  record Seed(Rule rule, String what, String named, UnaryOperator<Declaration> plant) {
    @Override
    public String toString() {
      return rule + ": " + what;
    }
  }

  static Stream<Seed> all() {
    return Stream.of(data(), access(), operation()).flatMap(s -> s);
  }

  private static Stream<Seed> data() {
    return Stream.of(
        new Seed(
            Rule.ENCRYPTION,
            "a queue under SQS's own key",
            "inventory-ingest",
            stack ->
                stack.change(
                    stack.find("sqs/queue:Queue", "inventory-ingest"),
                    queue -> queue.with("kmsMasterKeyId", "alias/aws/sqs"))),
        new Seed(
            Rule.ENCRYPTION,
            "a log group under no key",
            "LogGroup",
            stack ->
                stack.change("cloudwatch/logGroup:LogGroup", log -> log.with("kmsKeyId", null))),
        new Seed(
            Rule.ENCRYPTION,
            "a type that nobody has thought of",
            "aws:rds/instance:Instance",
            stack -> stack.with(resource("rds/instance:Instance", Map.of()))),
        new Seed(
            Rule.ENCRYPTION,
            "a key that is not rotated",
            "is not rotated",
            stack -> stack.change("kms/key:Key", key -> key.with("enableKeyRotation", false))),
        new Seed(
            Rule.NO_PUBLIC_ACCESS,
            "a bucket that a policy may open",
            "BucketV2",
            stack ->
                stack.change(
                    "s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
                    block -> block.with("blockPublicPolicy", false))),
        new Seed(
            Rule.NO_PUBLIC_ACCESS,
            "a queue to which everybody may send",
            "everybody",
            stack -> stack.with(queuePolicy("\"*\"", "sqs:SendMessage", "arn:queue"))),
        new Seed(
            Rule.TLS_ONLY,
            "a topic without a policy",
            "sns/topic",
            stack ->
                stack.without(
                    r ->
                        r.type().equals("aws:sns/topicPolicy:TopicPolicy")
                            && r.name().equals("inventory-purchasing"))),
        new Seed(
            Rule.DEAD_LETTERS,
            "a queue without a dead-letter queue",
            "inventory-alert",
            stack ->
                stack.change(
                    stack.find("sqs/queue:Queue", "inventory-alert"),
                    queue -> queue.with("redrivePolicy", null))),
        new Seed(
            Rule.DEAD_LETTERS,
            "a schedule that gives up in silence",
            "Schedule",
            stack ->
                stack.change(
                    "scheduler/schedule:Schedule", s -> s.with("target", Map.of("arn", "x")))),
        new Seed(
            Rule.DEAD_LETTERS,
            "a pipe that drops records",
            "inventory-events",
            stack -> stack.change("pipes/pipe:Pipe", p -> p.with("sourceParameters", Map.of()))),
        new Seed(
            Rule.CONSISTENCY,
            "a FIFO queue whose name does not say so",
            "is FIFO or not",
            stack ->
                stack.with(
                    resource(
                        "sqs/queue:Queue", Map.of("name", "inventory-new", "fifoQueue", true)))),
        new Seed(
            Rule.CONSISTENCY,
            "a queue that redrives to another's dead-letter queue",
            "inventory-alert",
            stack ->
                stack.change(
                    stack.find("sqs/queue:Queue", "inventory-alert"),
                    queue ->
                        queue.with(
                            "redrivePolicy",
                            "{\"deadLetterTargetArn\":\"%s\"}"
                                .formatted(Stack.queueArn("inventory-ingest-dlq"))))),
        new Seed(
            Rule.CONSISTENCY,
            "an index by an attribute that is not declared",
            "Table",
            stack ->
                stack.change(
                    "dynamodb/table:Table", table -> table.with("rangeKey", "somethingElse"))));
  }

  private static Stream<Seed> access() {
    return Stream.of(
        new Seed(
            Rule.NO_WILDCARDS,
            "a role that may do everything with the table",
            "dynamodb:*",
            stack -> stack.with(rolePolicy("Items", "dynamodb:*", "arn:aws:dynamodb:x:1:table/t"))),
        new Seed(
            Rule.NO_WILDCARDS,
            "a role that may send to every queue",
            "[*]",
            stack -> stack.with(rolePolicy("Send", "sqs:SendMessage", "*"))),
        new Seed(
            Rule.CLOSED_NETWORK,
            "a group that lets the world in",
            "lets in",
            stack ->
                stack.with(
                    resource(
                        "vpc/securityGroupIngressRule:SecurityGroupIngressRule",
                        Map.of("cidrIpv4", "0.0.0.0/0")))),
        new Seed(
            Rule.PERMISSIONS,
            "a pipe that may neither read nor send",
            "inventory-events may not ",
            stack ->
                stack.without(
                    r ->
                        r.type().equals("aws:iam/rolePolicy:RolePolicy")
                            && r.name().equals("inventory-events"))),
        new Seed(
            Rule.PERMISSIONS,
            "a schedule that may run a task and not tag it",
            "inventory-validation may not ecs:TagResource",
            stack ->
                stack.change(
                    stack.find("iam/rolePolicy:RolePolicy", "inventory-validation-schedule"),
                    policy ->
                        policy.with(
                            "policy",
                            ((String) policy.at("policy")).replace("ecs:TagResource", "ecs:No")))),
        new Seed(
            Rule.PERMISSIONS,
            "a queue that refuses S3's notifications",
            "inventory-threshold",
            stack ->
                stack.without(
                    r ->
                        r.type().equals("aws:sqs/queuePolicy:QueuePolicy")
                            && r.name().equals("inventory-threshold"))));
  }

  private static Stream<Seed> operation() {
    return Stream.of(
        new Seed(
            Rule.RETENTION,
            "a log that is kept for ever",
            "LogGroup",
            stack ->
                stack.change(
                    "cloudwatch/logGroup:LogGroup", log -> log.with("retentionInDays", null))),
        new Seed(
            Rule.TAGS,
            "a resource of the default provider",
            "without our tags",
            stack -> stack.with(new Declared("aws:sns/topic:Topic", "untagged", Map.of(), ""))),
        new Seed(
            Rule.LIMITS,
            "a function without a time limit",
            "Function",
            stack -> stack.change("lambda/function:Function", f -> f.with("timeout", null))),
        new Seed(
            Rule.LIMITS,
            "a task that writes to its image",
            "TaskDefinition",
            stack ->
                stack.change(
                    "ecs/taskDefinition:TaskDefinition",
                    task ->
                        task.with(
                            "containerDefinitions",
                            ((String) task.at("containerDefinitions"))
                                .replace(
                                    "\"readonlyRootFilesystem\":true",
                                    "\"readonlyRootFilesystem\":false")))),
        new Seed(
            Rule.ALARMS,
            "an alarm that tells nobody",
            "tells nobody",
            stack ->
                stack.change(
                    stack.find("cloudwatch/metricAlarm:MetricAlarm", "inventory-api-5xx"),
                    alarm -> alarm.with("alarmActions", List.of()))),
        new Seed(
            Rule.ALARMS,
            "a queue that nobody watches",
            "inventory-new",
            stack -> stack.with(resource("sqs/queue:Queue", Map.of("name", "inventory-new")))));
  }

  private static Declared resource(String type, Map<String, Object> inputs) {
    return new Declared("aws:" + type, "seeded", new HashMap<>(inputs), "");
  }

  private static Declared queuePolicy(String principal, String action, String resource) {
    String policy =
        """
        {"Statement":[{"Sid":"Seeded","Effect":"Allow","Principal":%s,"Action":"%s",\
        "Resource":"%s"}]}"""
            .formatted(principal, action, resource);
    return resource("sqs/queuePolicy:QueuePolicy", Map.of("policy", policy));
  }

  private static Declared rolePolicy(String sid, String action, String resource) {
    String policy =
        """
        {"Statement":[{"Sid":"%s","Effect":"Allow","Action":["%s"],"Resource":["%s"]}]}"""
            .formatted(sid, action, resource);
    return resource("iam/rolePolicy:RolePolicy", Map.of("policy", policy));
  }
}
