package inventory.pulumi.observability;

import com.pulumi.aws.cloudwatch.Dashboard;
import com.pulumi.aws.cloudwatch.DashboardArgs;
import com.pulumi.core.Output;
import inventory.model.resource.QueueDefinition;
import inventory.pulumi.api.WebApi;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.Json;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.compute.Program;
import inventory.pulumi.compute.ProgramFunction;
import inventory.pulumi.compute.TaskCluster;
import inventory.pulumi.compute.Workers;
import inventory.pulumi.data.DataResources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The dashboard for operations: waiting work, failures, running tasks, and the API. */
final class OperationsDashboard extends Component {

  private static final String NAME = "inventory";
  private static final String WAITING = "ApproximateNumberOfMessagesVisible";
  private static final String AGE = "ApproximateAgeOfOldestMessage";
  private static final int WIDTH = 12;
  private static final int HEIGHT = 6;

  OperationsDashboard(
      String name, StackContext base, DataResources data, WebApi api, Workers workers) {
    super("OperationsDashboard", name, base);
    List<String> queues = data.queues().definitions().stream().map(QueueDefinition::name).toList();
    List<String> dead =
        data.queues().definitions().stream().map(QueueDefinition::deadLetterName).toList();
    List<String> functions =
        Stream.concat(workers.functions().stream(), Stream.of(api.function()))
            .map(ProgramFunction::resourceName)
            .toList();
    List<String> services = workers.services().stream().map(Program::resourceName).toList();
    new Dashboard(
        NAME,
        DashboardArgs.builder()
            .dashboardName(NAME)
            .dashboardBody(
                Output.tuple(api.gateway().api().id(), data.table().name())
                    .applyValue(
                        known ->
                            body(
                                base.region(),
                                widgets(queues, dead, functions, services, known.t1, known.t2))))
            .build(),
        child());
    complete();
  }

  private static String body(String region, List<Widget> widgets) {
    List<Object> placed = new ArrayList<>();
    for (int i = 0; i < widgets.size(); i++) {
      placed.add(widgets.get(i).json(region, i % 2 * WIDTH, i / 2 * HEIGHT));
    }
    return Json.write(Json.object("widgets", placed));
  }

  private static List<Widget> widgets(
      List<String> queues,
      List<String> dead,
      List<String> functions,
      List<String> services,
      String api,
      String table) {
    List<Widget> widgets = new ArrayList<>();
    widgets.add(new Widget("Messages waiting", "Maximum", ofQueues(WAITING, queues)));
    widgets.add(new Widget("Age of the oldest, seconds", "Maximum", ofQueues(AGE, queues)));
    widgets.add(new Widget("Dead letters", "Maximum", ofQueues(WAITING, dead)));
    widgets.add(new Widget("Calls of functions", "Sum", ofFunctions("Invocations", functions)));
    widgets.add(new Widget("Failed calls", "Sum", ofFunctions("Errors", functions)));
    widgets.add(new Widget("Duration, p99 in ms", "p99", ofFunctions("Duration", functions)));
    if (!services.isEmpty()) {
      widgets.add(new Widget("Tasks", "SampleCount", ofServices("CPUUtilization", services)));
      widgets.add(
          new Widget("Memory, percent", "Maximum", ofServices("MemoryUtilization", services)));
    }
    widgets.add(
        new Widget(
            "API requests",
            "Sum",
            List.of(
                line("AWS/ApiGateway", "Count", "ApiId", api),
                line("AWS/ApiGateway", "4xx", "ApiId", api),
                line("AWS/ApiGateway", "5xx", "ApiId", api))));
    widgets.add(
        new Widget(
            "API latency, p99 in ms",
            "p99",
            List.of(line("AWS/ApiGateway", "Latency", "ApiId", api))));
    widgets.add(
        new Widget(
            "Table units",
            "Sum",
            List.of(
                line("AWS/DynamoDB", "ConsumedReadCapacityUnits", "TableName", table),
                line("AWS/DynamoDB", "ConsumedWriteCapacityUnits", "TableName", table))));
    return widgets;
  }

  private static List<List<String>> ofFunctions(String metric, List<String> functions) {
    return functions.stream()
        .map(function -> line("AWS/Lambda", metric, "FunctionName", function))
        .toList();
  }

  private static List<List<String>> ofQueues(String metric, List<String> queues) {
    return queues.stream().map(queue -> line("AWS/SQS", metric, "QueueName", queue)).toList();
  }

  private static List<List<String>> ofServices(String metric, List<String> services) {
    return services.stream()
        .map(
            service ->
                List.of("AWS/ECS", metric, "ClusterName", TaskCluster.NAME, "ServiceName", service))
        .toList();
  }

  private static List<String> line(
      String namespace, String metric, String dimension, String value) {
    return List.of(namespace, metric, dimension, value);
  }

  private record Widget(String title, String statistic, List<List<String>> metrics) {

    private static final int MINUTE = 60;

    Map<String, Object> json(String region, int x, int y) {
      return Json.object(
          "type",
          "metric",
          "x",
          x,
          "y",
          y,
          "width",
          WIDTH,
          "height",
          HEIGHT,
          "properties",
          Json.object(
              "title", title,
              "region", region,
              "stat", statistic,
              "period", MINUTE,
              "metrics", metrics));
    }
  }
}
