package inventory.pulumi.compute;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.ecs.TaskDefinition;
import com.pulumi.aws.ecs.TaskDefinitionArgs;
import com.pulumi.aws.ecs.inputs.TaskDefinitionRuntimePlatformArgs;
import com.pulumi.aws.ecs.inputs.TaskDefinitionVolumeArgs;
import com.pulumi.core.Output;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.Json;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.policy.Roles;
import inventory.pulumi.policy.Statement;
import inventory.pulumi.storage.LogGroups;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program as a task: its image with a read-only file system and a scratch folder, its variables,
 * its log, a role to run with and a role to start with.
 */
final class ProgramTask extends Component {

  private static final String TASKS = "ecs-tasks.amazonaws.com";
  private static final String SCRATCH = "scratch";
  // The time to finish its work; the longest that Fargate allows.
  private static final int STOP_SECONDS = 120;
  // The rest is for closing connections.
  private static final int PATIENCE_SECONDS = STOP_SECONDS - 10;
  // The JVM needs the rest of a task's memory outside the heap.
  private static final String JVM = "-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError";

  private final StackContext base;
  private final Output<String> role;
  private final Output<String> starter;
  private final TaskDefinition definition;

  ProgramTask(Program program, TaskSize size, StackContext base, Images images, LogGroups logs) {
    super("ProgramTask", program.resourceName(), base);
    this.base = base;
    LogGroup log = logs.of(this, program.logGroup());
    role = Roles.of(this, program.resourceName(), TASKS, base, program.rights());
    starter =
        Roles.of(
            this,
            program.resourceName() + "-start",
            TASKS,
            base,
            starting(images.arn(program.name()), log));
    definition =
        new TaskDefinition(
            program.resourceName(),
            TaskDefinitionArgs.builder()
                .family(program.resourceName())
                .requiresCompatibilities("FARGATE")
                .networkMode("awsvpc")
                .runtimePlatform(
                    TaskDefinitionRuntimePlatformArgs.builder()
                        .operatingSystemFamily("LINUX")
                        .cpuArchitecture("ARM64")
                        .build())
                .cpu(String.valueOf(size.cpu()))
                .memory(String.valueOf(size.memoryMegabytes()))
                .taskRoleArn(role)
                .executionRoleArn(starter)
                .volumes(TaskDefinitionVolumeArgs.builder().name(SCRATCH).build())
                .containerDefinitions(containers(program, base, images.image(program.name()), log))
                .build(),
            child());
    complete();
  }

  /** A program that consumes queues, and uses the time that it has to stop. */
  static Program patient(Program program) {
    return program.with(
        program.resourceName(),
        Map.of("INVENTORY_STOP_PATIENCE", Output.of(PATIENCE_SECONDS + "s")),
        List.of());
  }

  /** A patient program whose tasks ECS does not end while they are busy. */
  static Program protectedWhileBusy(Program program, StackContext base) {
    return patient(program)
        .with(
            program.resourceName(),
            Map.of("INVENTORY_SCALE_IN_PROTECTION", Output.of("true")),
            List.of(
                Statement.allow(
                    "ProtectTask",
                    List.of("ecs:GetTaskProtection", "ecs:UpdateTaskProtection"),
                    base.arn("ecs", "task/" + TaskCluster.NAME + "/*"))));
  }

  /** ECR issues its token for all repositories or none. */
  private static List<Statement> starting(Output<String> repository, LogGroup log) {
    return List.of(
        Statement.allow("SignInToImages", List.of("ecr:GetAuthorizationToken"), Output.of("*")),
        Statement.allow(
            "PullImage",
            List.of(
                "ecr:BatchCheckLayerAvailability",
                "ecr:BatchGetImage",
                "ecr:GetDownloadUrlForLayer"),
            repository),
        LogGroups.write(log));
  }

  private static Output<String> containers(
      Program program, StackContext base, Output<String> image, LogGroup log) {
    List<Output<Map<String, Object>>> variables = new ArrayList<>();
    Map<String, Output<String>> environment = new LinkedHashMap<>(program.environment());
    environment.put("AWS_REGION", Output.of(base.region()));
    environment.put("JAVA_TOOL_OPTIONS", Output.of(JVM));
    environment.forEach(
        (name, value) ->
            variables.add(value.applyValue(text -> Json.object("name", name, "value", text))));
    return Output.tuple(image, log.name(), Output.all(variables))
        .applyValue(
            known ->
                Json.write(List.of(container(program.name(), base, known.t1, known.t2, known.t3))));
  }

  private static Map<String, Object> container(
      String name,
      StackContext base,
      String image,
      String log,
      List<Map<String, Object>> environment) {
    return Json.object(
        "name",
        name,
        "image",
        image,
        "essential",
        true,
        "environment",
        environment,
        "readonlyRootFilesystem",
        true,
        "mountPoints",
        List.of(Json.object("sourceVolume", SCRATCH, "containerPath", "/tmp", "readOnly", false)),
        "linuxParameters",
        Json.object(
            "initProcessEnabled", true, "capabilities", Json.object("drop", List.of("ALL"))),
        "stopTimeout",
        STOP_SECONDS,
        "logConfiguration",
        logConfiguration(base, log));
  }

  private static Map<String, Object> logConfiguration(StackContext base, String log) {
    return Json.object(
        "logDriver",
        "awslogs",
        "options",
        Json.object(
            "awslogs-group",
            log,
            "awslogs-region",
            base.region(),
            "awslogs-stream-prefix",
            "task"));
  }

  /** The task definition's ARN, revision included. */
  Output<String> arn() {
    return definition.arn();
  }

  /**
   * The permissions to run it. A task gets the tags of its definition, which needs a permission of
   * its own; only ECS knows the number of the task.
   */
  List<Statement> run() {
    return List.of(
        Statement.allow("RunTask", List.of("ecs:RunTask"), arn()),
        Statement.allow(
                "TagTask",
                List.of("ecs:TagResource"),
                base.arn("ecs", "task/" + TaskCluster.NAME + "/*"))
            .when("StringEquals", "ecs:CreateAction", "RunTask"),
        Statement.allow("HandOverRoles", List.of("iam:PassRole"), role, starter)
            .when("StringEquals", "iam:PassedToService", "ecs-tasks.amazonaws.com"));
  }
}
