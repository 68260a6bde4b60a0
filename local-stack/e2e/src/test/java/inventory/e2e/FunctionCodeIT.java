package inventory.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inventory.model.resource.Queues;
import inventory.stack.Installation;
import inventory.stack.aws.AwsVariables;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.EmbeddedIdentity;
import inventory.testkit.Resources;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.sqs.model.Message;

/** The zip files of the functions, as {@code mvn package} builds them: each processes a record. */
@Tag("full")
class FunctionCodeIT {

  private static final long MAX_BYTES = 20_000_000;
  private static final String QUEUES = "inventory.model.function.QueueFunction";
  private static final String SQS_EVENT = "com.amazonaws.services.lambda.runtime.events.SQSEvent";
  private static final String NO_FAILURES = "SQSBatchResponse(batchItemFailures=[])";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;
  private static Resources resources;

  @BeforeAll
  static void start() {
    resources = EmbeddedAws.newResources();
  }

  @AfterAll
  static void stop() {
    resources.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest-service", "threshold-service", "alert-service", "reporting-api"})
  void theCodeIsOneJarThatIsSmallEnoughToStartFast(String module) throws IOException {
    assertThat(zip(module)).isNotEmptyFile();
    assertThat(Files.size(zip(module))).isLessThanOrEqualTo(MAX_BYTES);
    try (ZipFile zip = new ZipFile(zip(module).toFile())) {
      assertThat(zip.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName))
          .containsExactly("lib/" + module + ".jar");
    }
  }

  @Test
  void ingestServiceProcessesAFile() throws Exception {
    String event =
        arrival(Queues.INGEST, "stock.csv", "store,item,count\nBerlin 1,a1,7\nBerlin 1,a2,8\n");

    assertThat(answer("ingest-service", QUEUES, SQS_EVENT, event)).isEqualTo(NO_FAILURES);

    assertThat(resources.dynamoDb().scan(s -> s.tableName(resources.table())).items().toString())
        .contains("Berlin 1", "a1", "a2");
  }

  @Test
  void thresholdServiceProcessesAFile() throws Exception {
    String event =
        arrival(
            Queues.THRESHOLD,
            "restock_thresholds/2026/11/20/restock_thresholds.json",
            "{\"ThresholdList\": [{\"ItemId\": \"planted\", \"RestockIfBelow\": 40}]}");

    assertThat(answer("threshold-service", QUEUES, SQS_EVENT, event)).isEqualTo(NO_FAILURES);

    assertThat(resources.dynamoDb().scan(s -> s.tableName(resources.table())).items().toString())
        .contains("planted");
  }

  @Test
  void alertServiceDoesWhatItsScheduleCallsItFor() throws Exception {
    assertThat(answer("alert-service", QUEUES, SQS_EVENT, "{}")).isEqualTo(NO_FAILURES);
  }

  @Test
  void reportingApiAnswersTheWeeklyPing() throws Exception {
    String ping =
        """
        {"version":"2.0","routeKey":"GET /v1/openapi.yml","rawPath":"/v1/openapi.yml",\
        "rawQueryString":"","headers":{"host":"ping"},"isBase64Encoded":false,\
        "requestContext":{"stage":"$default","http":{"method":"GET","path":"/v1/openapi.yml"}}}""";

    assertThat(
            answer(
                "reporting-api",
                "inventory.reporting.lambda.HttpApiFunction",
                "com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent",
                ping))
        .contains("statusCode=200", "openapi: 3");
  }

  private static Path zip(String module) {
    return Installation.find().root().resolve(module + "/target/" + module + "-function.zip");
  }

  /** Drops a file and returns the event with which a mapping calls a function. */
  private static String arrival(String standardQueue, String key, String text) throws IOException {
    String queue = resources.queue(standardQueue);
    resources
        .s3()
        .putObject(p -> p.bucket(resources.bucket()).key(key), RequestBody.fromString(text));
    List<Message> messages = new ArrayList<>();
    await()
        .until(
            () -> {
              messages.addAll(
                  resources
                      .sqs()
                      .receiveMessage(r -> r.queueUrl(resources.queueUrl(queue)).waitTimeSeconds(1))
                      .messages());
              return messages.stream().anyMatch(message -> message.body().contains(key));
            });
    ObjectNode event = JSON.createObjectNode();
    for (Message message : messages) {
      event
          .withArray("/Records")
          .addObject()
          .put("messageId", message.messageId())
          .put("receiptHandle", message.receiptHandle())
          .put("body", message.body())
          .put("eventSource", "aws:sqs")
          .put("eventSourceARN", "arn:aws:sqs:eu-central-1:000000000000:" + queue)
          .withObject("/attributes")
          .put("ApproximateReceiveCount", "1");
    }
    return event.toString();
  }

  /** Runs the function's code in a process and returns the handler's answer. */
  private static String answer(String module, String handler, String eventClass, String event)
      throws IOException, InterruptedException {
    Path jar = folder.resolve(module + ".jar");
    try (ZipFile zip = new ZipFile(zip(module).toFile());
        InputStream code = zip.getInputStream(zip.getEntry("lib/" + module + ".jar"))) {
      Files.copy(code, jar);
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx384m",
            "-XX:+UseSerialGC",
            // As in Lambda's managed runtimes.
            "-XX:TieredStopAtLevel=1",
            "-cp",
            String.join(
                File.pathSeparator,
                jar.toString(),
                location(FunctionProcess.class),
                location(LambdaEventSerializers.class)),
            FunctionProcess.class.getName(),
            handler,
            eventClass);
    Map<String, String> variables = AwsVariables.without(System.getenv());
    variables.putAll(resources.environment());
    variables.putAll(EmbeddedIdentity.running().environment());
    variables.put("INVENTORY_NOTIFY", "sns");
    variables.put("INVENTORY_TOPIC_PURCHASING", "arn:aws:sns:eu-central-1:000000000000:none");
    variables.put("INVENTORY_TOPIC_OPERATIONS", "arn:aws:sns:eu-central-1:000000000000:none");
    builder.environment().clear();
    builder.environment().putAll(variables);
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process.getOutputStream().write(event.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    List<String> lines = process.inputReader().lines().toList();
    assertThat(process.waitFor()).as("%s", lines).isZero();
    String[] millis = lines.get(lines.size() - 1).split(" ", -1);
    System.out.printf("%s: created after %s ms, done after %s ms%n", module, millis[0], millis[1]);
    return String.join("\n", lines.subList(0, lines.size() - 1))
        .replaceFirst("(?s).*(?=SQSBatchResponse|APIGatewayV2HTTPResponse)", "");
  }

  private static String location(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
  }
}
