package inventory.pulumi.observability;

import com.pulumi.aws.cloudwatch.Dashboard;
import com.pulumi.aws.cloudwatch.DashboardArgs;
import com.pulumi.core.Output;
import inventory.model.resource.QueueDefinition;
import inventory.model.resource.Queues;
import inventory.pulumi.api.Gateway;
import inventory.pulumi.api.ReportingFunction;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.Json;
import inventory.pulumi.component.StackContext;
import inventory.pulumi.compute.Program;
import inventory.pulumi.compute.TaskCluster;
import inventory.pulumi.storage.StockTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The dashboard for operations: waiting work, failures, running tasks, and the API. */
final class OperationsDashboard extends Component {

  private static final String NAME = "inventory";
  private static final String WAITING = "ApproximateNumberOfMessagesVisible";
  private static final String AGE = "ApproximateAgeOfOldestMessage";
  private static final int WIDTH = 12;
  private static final int HEIGHT = 6;

  OperationsDashboard(
      String name,
      StackContext base,
      Gateway gateway,
      ReportingFunction function,
      StockTable table) {
    super("OperationsDashboard", name, base);
    new Dashboard(
        NAME,
        DashboardArgs.builder()
            .dashboardName(NAME)
            .dashboardBody(
                Output.tuple(gateway.api().id(), function.name(), table.name())
                    .applyValue(known -> body(base.region(), known.t1, known.t2, known.t3)))
            .build(),
        child());
    complete();
  }

  private static String body(String region, String api, String function, String table) {
    List<String> queues = Queues.ALL.stream().map(QueueDefinition::name).toList();
    List<String> dead = Queues.ALL.stream().map(QueueDefinition::deadLetterName).toList();
    List<String> services =
        List.of(Program.INGEST, Program.THRESHOLD, Program.ALERT).stream()
            .map(Program::resourceName)
            .toList();
    List<Widget> widgets =
        List.of(
            new Widget("Messages waiting", "Maximum", ofQueues(WAITING, queues)),
            new Widget("Age of the oldest, seconds", "Maximum", ofQueues(AGE, queues)),
            new Widget("Dead letters", "Maximum", ofQueues(WAITING, dead)),
            new Widget("Tasks", "SampleCount", ofServices("CPUUtilization", services)),
            new Widget("Memory, percent", "Maximum", ofServices("MemoryUtilization", services)),
            new Widget(
                "API requests",
                "Sum",
                List.of(
                    line("AWS/ApiGateway", "Count", "ApiId", api),
                    line("AWS/ApiGateway", "4xx", "ApiId", api),
                    line("AWS/ApiGateway", "5xx", "ApiId", api))),
            new Widget(
                "API latency, p99 in ms",
                "p99",
                List.of(
                    line("AWS/ApiGateway", "Latency", "ApiId", api),
                    line("AWS/Lambda", "Duration", "FunctionName", function))),
            new Widget(
                "Table units",
                "Sum",
                List.of(
                    line("AWS/DynamoDB", "ConsumedReadCapacityUnits", "TableName", table),
                    line("AWS/DynamoDB", "ConsumedWriteCapacityUnits", "TableName", table))));
    List<Object> placed = new ArrayList<>();
    for (int i = 0; i < widgets.size(); i++) {
      placed.add(widgets.get(i).json(region, i % 2 * WIDTH, i / 2 * HEIGHT));
    }
    return Json.write(Json.object("widgets", placed));
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
