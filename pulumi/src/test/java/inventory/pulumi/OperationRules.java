package inventory.pulumi;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import inventory.pulumi.compute.Program;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Rules of running it. */
final class OperationRules {

  /** The one provider, as resources name it: its URN, its id behind. */
  private static final String OURS = "pulumi:providers:aws::inventory::";

  private OperationRules() {}

  static Stream<String> retention(Declaration stack) {
    return stack
        .ofType("cloudwatch/logGroup:LogGroup")
        .filter(log -> !(log.at("retentionInDays") instanceof Double days && days > 0))
        .map(log -> log + " keeps its logs for ever");
  }

  static Stream<String> tags(Declaration stack) {
    return stack.resources().stream()
        .filter(resource -> !resource.provider().contains(OURS))
        .map(
            resource ->
                resource
                    + " is made by another provider, without our tags: "
                    + resource.provider());
  }

  static Stream<String> limits(Declaration stack) {
    Set<Object> logs =
        stack
            .ofType("cloudwatch/logGroup:LogGroup")
            .map(log -> log.at("name"))
            .collect(Collectors.toSet());
    Stream<String> functions =
        stack
            .ofType("lambda/function:Function")
            .filter(
                f ->
                    f.at("timeout") == null
                        || f.at("memorySize") == null
                        || !logs.contains(f.at("loggingConfig", "logGroup")))
            .map(f -> f + " has no time limit, memory or log");
    Stream<String> tasks =
        stack
            .ofType("ecs/taskDefinition:TaskDefinition")
            .filter(task -> !isLimited(task, logs))
            .map(task -> task + " has no memory, time to stop, log or read-only file system");
    Stream<String> machines =
        stack
            .ofType("sfn/stateMachine:StateMachine")
            .filter(
                m ->
                    !Stack.json(m.at("definition")).has("TimeoutSeconds")
                        || m.at("loggingConfiguration", "logDestination") == null)
            .map(m -> m + " has no time limit or log");
    Stream<String> stages =
        stack
            .ofType("apigatewayv2/stage:Stage")
            .filter(s -> s.at("accessLogSettings", "destinationArn") == null)
            .map(s -> s + " has no access log");
    return Stream.of(functions, tasks, machines, stages).flatMap(s -> s);
  }

  private static boolean isLimited(Declared task, Set<Object> logs) {
    Stream<JsonElement> containers =
        StreamSupport.stream(
            JsonParser.parseString((String) task.at("containerDefinitions"))
                .getAsJsonArray()
                .spliterator(),
            false);
    return task.at("memory") != null
        && task.at("cpu") != null
        && containers.map(JsonElement::getAsJsonObject).allMatch(c -> isLimited(c, logs));
  }

  private static boolean isLimited(JsonObject container, Set<Object> logs) {
    return container.has("stopTimeout")
        && container.get("readonlyRootFilesystem").getAsBoolean()
        && container.has("logConfiguration")
        && logs.contains(
            container
                .getAsJsonObject("logConfiguration")
                .getAsJsonObject("options")
                .get("awslogs-group")
                .getAsString());
  }

  static Stream<String> alarms(Declaration stack) {
    List<Declared> alarms = stack.ofType("cloudwatch/metricAlarm:MetricAlarm").toList();
    Stream<String> silent =
        alarms.stream()
            .filter(alarm -> !(alarm.at("alarmActions") instanceof List<?> l && !l.isEmpty()))
            .map(alarm -> alarm + " tells nobody");
    Set<Object> topics =
        stack.ofType("sns/topic:Topic").map(DataRules::arn).collect(Collectors.toSet());
    List<Declared> telling = alarms.stream().filter(alarm -> tells(alarm, topics)).toList();
    Stream<String> queues =
        stack
            .ofType("sqs/queue:Queue")
            .map(queue -> (String) queue.at("name"))
            .filter(queue -> telling.stream().noneMatch(a -> isOf(a, "QueueName", queue)))
            .map(queue -> "no alarm tells of queue " + queue);
    Stream<String> programs =
        Stream.of(
                stack.ofType("lambda/function:Function").map(f -> (String) f.at("name")),
                stack.ofType("ecs/service:Service").map(s -> (String) s.at("name")),
                Stream.of(Program.resourceName(Program.VALIDATION)))
            .flatMap(names -> names)
            .filter(program -> telling.stream().noneMatch(a -> a.name().startsWith(program)))
            .map(program -> "no alarm tells of " + program);
    return Stream.of(silent, queues, programs).flatMap(s -> s);
  }

  private static boolean tells(Declared alarm, Set<Object> topics) {
    return alarm.at("alarmActions") instanceof List<?> actions
        && actions.stream().anyMatch(topics::contains);
  }

  private static boolean isOf(Declared alarm, String dimension, String value) {
    return alarm.at("dimensions") instanceof Map<?, ?> dimensions
        && value.equals(dimensions.get(dimension));
  }
}
