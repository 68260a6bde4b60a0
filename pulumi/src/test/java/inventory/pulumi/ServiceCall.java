package inventory.pulumi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A call that an AWS service makes with a role of this stack, because a resource tells it to. The
 * calls of each type of resource are those that AWS documents for it.
 *
 * @param caller the resource
 * @param roleArn the role
 * @param action as in {@code sqs:SendMessage}
 * @param resource the ARN of what is called
 */
record ServiceCall(Declared caller, String roleArn, String action, String resource) {

  private static final String TASKS =
      "arn:aws:ecs:%s:%s:task/inventory/*".formatted(Declaration.REGION, Declaration.ACCOUNT);

  /** All calls of a stack. */
  static List<ServiceCall> all(Declaration stack) {
    List<ServiceCall> calls = new ArrayList<>();
    stack.ofType("scheduler/schedule:Schedule").forEach(s -> schedule(stack, s, calls));
    stack.ofType("cloudwatch/eventTarget:EventTarget").forEach(t -> rule(stack, t, calls));
    stack.ofType("pipes/pipe:Pipe").forEach(pipe -> pipe(pipe, calls));
    stack
        .ofType("lambda/eventSourceMapping:EventSourceMapping")
        .forEach(mapping -> mapping(stack, mapping, calls));
    stack.ofType("lambda/function:Function").forEach(f -> function(f, calls));
    stack.ofType("ecs/taskDefinition:TaskDefinition").forEach(task -> start(task, calls));
    return calls;
  }

  /** The calls that the policies of their roles do not allow. */
  static Stream<String> refused(Declaration stack) {
    return all(stack).stream()
        .filter(call -> !call.isAllowed(stack))
        .map(call -> "%s may not %s %s".formatted(call.caller, call.action, call.resource));
  }

  private boolean isAllowed(Declaration stack) {
    return stack
        .ofType("iam/rolePolicy:RolePolicy")
        .filter(policy -> roleArn.endsWith("/" + policy.at("role")))
        .flatMap(PolicyStatement::of)
        .filter(statement -> statement.actions().contains(action))
        .flatMap(statement -> statement.resources().stream())
        .anyMatch(granted -> new DeclaredStack.Right(action, granted).allows(action, resource));
  }

  private static void schedule(Declaration stack, Declared s, List<ServiceCall> calls) {
    String role = (String) s.at("target", "roleArn");
    String target = (String) s.at("target", "arn");
    if (target.contains(":ecs:")) {
      runTask(
          stack,
          s,
          role,
          (String) s.at("target", "ecsParameters", "taskDefinitionArn"),
          s.at("target", "ecsParameters", "propagateTags") != null,
          calls);
    } else {
      calls.add(new ServiceCall(s, role, start(target), target));
    }
    calls.add(
        new ServiceCall(
            s, role, "sqs:SendMessage", (String) s.at("target", "deadLetterConfig", "arn")));
    calls.add(new ServiceCall(s, role, "kms:Decrypt", (String) s.at("kmsKeyArn")));
  }

  private static String start(String target) {
    return target.contains(":states:") ? "states:StartExecution" : "lambda:InvokeFunction";
  }

  private static void rule(Declaration stack, Declared target, List<ServiceCall> calls) {
    String role = (String) target.at("roleArn");
    String arn = (String) target.at("arn");
    if (role != null && arn.contains(":ecs:")) {
      runTask(
          stack,
          target,
          role,
          (String) target.at("ecsTarget", "taskDefinitionArn"),
          target.at("ecsTarget", "propagateTags") != null,
          calls);
    } else if (role != null) {
      throw new IllegalStateException(target + " has an unknown target");
    }
  }

  /** A task that gets tags needs the right to be tagged: AWS asks for it in addition. */
  private static void runTask(
      Declaration stack,
      Declared caller,
      String role,
      String definition,
      boolean tags,
      List<ServiceCall> calls) {
    calls.add(new ServiceCall(caller, role, "ecs:RunTask", definition));
    if (tags) {
      calls.add(new ServiceCall(caller, role, "ecs:TagResource", TASKS));
    }
    Declared task =
        stack
            .ofType("ecs/taskDefinition:TaskDefinition")
            .filter(t -> definition.contains("task-definition/" + t.at("family") + ":"))
            .findFirst()
            .orElseThrow();
    for (String property : List.of("taskRoleArn", "executionRoleArn")) {
      calls.add(new ServiceCall(caller, role, "iam:PassRole", (String) task.at(property)));
    }
  }

  /** EventBridge guide, "Permissions for pipes" and "Encrypting pipes data". */
  private static void pipe(Declared pipe, List<ServiceCall> calls) {
    String role = (String) pipe.at("roleArn");
    for (String action :
        List.of("DescribeStream", "DescribeStreamSummary", "GetRecords", "GetShardIterator")) {
      calls.add(new ServiceCall(pipe, role, "kinesis:" + action, (String) pipe.at("source")));
    }
    calls.add(new ServiceCall(pipe, role, "kinesis:ListShards", (String) pipe.at("source")));
    calls.add(new ServiceCall(pipe, role, "sqs:SendMessage", (String) pipe.at("target")));
    calls.add(
        new ServiceCall(
            pipe,
            role,
            "sqs:SendMessage",
            (String)
                pipe.at("sourceParameters", "kinesisStreamParameters", "deadLetterConfig", "arn")));
    if (pipe.at("enrichment") != null) {
      calls.add(
          new ServiceCall(pipe, role, "lambda:InvokeFunction", (String) pipe.at("enrichment")));
    }
    for (String action : List.of("kms:DescribeKey", "kms:Decrypt", "kms:GenerateDataKey")) {
      calls.add(new ServiceCall(pipe, role, action, (String) pipe.at("kmsKeyIdentifier")));
    }
  }

  /** Lambda guide: a mapping reads with the role of its function. */
  private static void mapping(Declaration stack, Declared mapping, List<ServiceCall> calls) {
    String source = (String) mapping.at("eventSourceArn");
    String name = (String) mapping.at("functionName");
    String role =
        (String)
            stack
                .ofType("lambda/function:Function")
                .filter(f -> name.contains(":function:" + f.at("name") + ":"))
                .findFirst()
                .orElseThrow()
                .at("role");
    List<String> actions =
        source.contains(":sqs:")
            ? List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes")
            : List.of(
                "dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator");
    actions.forEach(action -> calls.add(new ServiceCall(mapping, role, action, source)));
  }

  private static void function(Declared function, List<ServiceCall> calls) {
    String role = (String) function.at("role");
    String log = log((String) function.at("loggingConfig", "logGroup"));
    calls.add(new ServiceCall(function, role, "logs:CreateLogStream", log));
    calls.add(new ServiceCall(function, role, "logs:PutLogEvents", log));
    calls.add(new ServiceCall(function, role, "kms:Decrypt", (String) function.at("kmsKeyArn")));
  }

  private static void start(Declared task, List<ServiceCall> calls) {
    String role = (String) task.at("executionRoleArn");
    String containers = (String) task.at("containerDefinitions");
    calls.add(new ServiceCall(task, role, "ecr:GetAuthorizationToken", "*"));
    String repository =
        containers.replaceAll("(?s).*\"image\":\"[^/]*/([^\"@:]*)[@:].*", "repository/$1");
    String arn =
        "arn:aws:ecr:%s:%s:%s".formatted(Declaration.REGION, Declaration.ACCOUNT, repository);
    for (String action :
        List.of("BatchCheckLayerAvailability", "BatchGetImage", "GetDownloadUrlForLayer")) {
      calls.add(new ServiceCall(task, role, "ecr:" + action, arn));
    }
    String log = log(containers.replaceAll("(?s).*\"awslogs-group\":\"([^\"]*)\".*", "$1"));
    calls.add(new ServiceCall(task, role, "logs:CreateLogStream", log));
    calls.add(new ServiceCall(task, role, "logs:PutLogEvents", log));
  }

  private static String log(String group) {
    return "arn:aws:logs:%s:%s:log-group:%s:stream"
        .formatted(Declaration.REGION, Declaration.ACCOUNT, group);
  }

  /** The rows of the table of these calls: caller, what it may do, on what. */
  static Set<String> rows(Declaration stack, UnaryOperator<String> shortened) {
    return all(stack).stream()
        .collect(
            Collectors.groupingBy(
                call ->
                    "%s `%s` | `%s`"
                        .formatted(
                            call.caller.type().replaceFirst(".*:", ""),
                            call.caller.name(),
                            shortened.apply(call.resource)),
                TreeMap::new,
                Collectors.mapping(call -> "`" + call.action + "`", Collectors.joining(", "))))
        .entrySet()
        .stream()
        .map(entry -> "| %s | %s |\n".formatted(entry.getKey(), entry.getValue()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
