package inventory.pulumi;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules about consistency: queues with their dead-letter queues, the table with its keys. */
final class QueueRules {

  private QueueRules() {}

  static Stream<String> deadLetters(Declaration stack) {
    Set<String> targets = targets(stack);
    Stream<String> queues =
        stack
            .ofType("sqs/queue:Queue")
            .filter(q -> q.at("redrivePolicy") == null && !targets.contains(DataRules.arn(q)))
            .map(q -> q + " has no dead-letter queue and is none");
    Stream<String> others =
        Stream.of(
                stack
                    .ofType("scheduler/schedule:Schedule")
                    .filter(s -> s.at("target", "deadLetterConfig", "arn") == null),
                stack
                    .ofType("cloudwatch/eventTarget:EventTarget")
                    .filter(t -> t.at("deadLetterConfig", "arn") == null),
                stack.ofType("pipes/pipe:Pipe").filter(p -> p.at(pipeDeadLetters()) == null))
            .flatMap(s -> s)
            .map(r -> r + " has no dead-letter queue");
    return Stream.concat(queues, others);
  }

  private static Object[] pipeDeadLetters() {
    return new Object[] {"sourceParameters", "kinesisStreamParameters", "deadLetterConfig", "arn"};
  }

  private static Set<String> targets(Declaration stack) {
    Stream<Object> redrive =
        stack
            .ofType("sqs/queue:Queue")
            .filter(q -> q.at("redrivePolicy") != null)
            .map(q -> redrive(q).get("deadLetterTargetArn").getAsString());
    Stream<Object> schedules =
        stack
            .ofType("scheduler/schedule:Schedule")
            .flatMap(s -> Stream.ofNullable(s.at("target", "deadLetterConfig", "arn")));
    Stream<Object> pipes =
        stack.ofType("pipes/pipe:Pipe").flatMap(p -> Stream.ofNullable(p.at(pipeDeadLetters())));
    return Stream.of(redrive, schedules, pipes)
        .flatMap(s -> s)
        .map(String::valueOf)
        .collect(Collectors.toSet());
  }

  private static JsonObject redrive(Declared queue) {
    return Stack.json(queue.at("redrivePolicy"));
  }

  static Stream<String> consistency(Declaration stack) {
    Stream<String> names =
        stack
            .ofType("sqs/queue:Queue")
            .filter(q -> isFifo(q) != ((String) q.at("name")).endsWith(".fifo"))
            .map(q -> q + " is FIFO or not, against its name");
    Stream<String> redrives =
        stack
            .ofType("sqs/queue:Queue")
            .filter(q -> q.at("redrivePolicy") != null)
            .filter(q -> !isRedriven(stack, q))
            .map(q -> q + ": its dead-letter queue is missing, of another kind, or not for it");
    Stream<String> indexes =
        stack
            .ofType("dynamodb/table:Table")
            .filter(t -> !hasKeyAttributes(t))
            .map(t -> t + ": its keys and attributes differ");
    return Stream.of(names, redrives, indexes).flatMap(s -> s);
  }

  private static boolean isFifo(Declared queue) {
    return Boolean.TRUE.equals(queue.at("fifoQueue"));
  }

  private static boolean isRedriven(Declaration stack, Declared queue) {
    String target = redrive(queue).get("deadLetterTargetArn").getAsString();
    return stack
        .ofType("sqs/queue:Queue")
        .filter(dead -> DataRules.arn(dead).equals(target))
        .anyMatch(dead -> isFifo(dead) == isFifo(queue) && takesFrom(stack, dead, queue));
  }

  private static boolean takesFrom(Declaration stack, Declared dead, Declared queue) {
    return stack
        .ofType("sqs/redriveAllowPolicy:RedriveAllowPolicy")
        .filter(allow -> ((String) allow.at("queueUrl")).endsWith("/" + dead.at("name")))
        .map(allow -> Stack.json(allow.at("redriveAllowPolicy")).getAsJsonArray("sourceQueueArns"))
        .anyMatch(
            sources ->
                sources.asList().stream()
                    .map(JsonElement::getAsString)
                    .toList()
                    .equals(List.of(DataRules.arn(queue))));
  }

  private static boolean hasKeyAttributes(Declared table) {
    Stream<Object> ofIndexes =
        ((List<?>) table.at("globalSecondaryIndexes"))
            .stream()
                .map(index -> (Map<?, ?>) index)
                .flatMap(index -> Stream.of(index.get("hashKey"), index.get("rangeKey")));
    Stream<Object> keys =
        Stream.concat(Stream.of(table.at("hashKey"), table.at("rangeKey")), ofIndexes);
    Set<Object> attributes =
        ((List<?>) table.at("attributes"))
            .stream().map(a -> ((Map<?, ?>) a).get("name")).collect(Collectors.toSet());
    return keys.collect(Collectors.toSet()).equals(attributes);
  }
}
