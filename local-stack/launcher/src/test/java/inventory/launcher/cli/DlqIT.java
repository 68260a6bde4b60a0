package inventory.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.launcher.dlq.DeadLetters;
import inventory.launcher.terminal.Terminal;
import inventory.model.AlertRecord.Decision;
import inventory.model.audit.AuditAction;
import inventory.model.audit.AuditEntry;
import inventory.model.audit.dynamodb.AuditItem;
import inventory.model.queue.FailureItem;
import inventory.model.resource.Queues;
import inventory.model.table.Keys;
import inventory.model.table.Table;
import inventory.stack.EnvironmentFile;
import inventory.stack.LaunchException;
import inventory.stack.aws.AwsClients;
import inventory.stack.aws.ResourceNames;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** {@code ./inventory dlq} on real queues and a real table. */
@Tag("full")
class DlqIT {

  private static final String NOTIFICATION =
      "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"eventTime\":\"2026-05-04T06:00:00Z\",\"s3\":{\"object\":{\"key\":\"day+1/%C3%BC.csv\",\"size\":3}}}]}";
  private static final String REASON = "UncheckedIOException: the file is gone";
  private static final String FAILED_AT = "2026-05-04T06:07:08.123Z";

  private static Resources aws;
  private static String ingest;
  private static Messages messages;

  @TempDir private Path folder;

  @BeforeAll
  static void create() {
    aws = EmbeddedAws.newResources();
    ingest = aws.queue(Queues.INGEST);
    messages = new Messages(aws, ingest);
  }

  @AfterAll
  static void close() {
    aws.close();
  }

  @BeforeEach
  void startWithEmptyQueues() throws IOException {
    EnvironmentFile.write(folder.resolve("env"), aws.environment());
    messages.purge();
  }

  @Test
  void everyQueueIsListedWithItsNumbersOfMessages() {
    messages.failFiveTimes(NOTIFICATION);
    messages.failFiveTimes("second");
    messages.send("waiting");

    List<String> lines = run("list");

    assertThat(lines).hasSize(2 + Queues.ALL.size());
    assertThat(lines.get(0).split("  +"))
        .containsExactly("", "Queue", "Waiting", "In flight", "Dead-letter queue", "Messages");
    assertThat(lines.get(1).split("  +"))
        .containsExactly("", ingest, "1", "0", ingest + "-dlq", "2");
    assertThat(lines.get(3).split("  +"))
        .containsExactly(
            "", aws.queue(Queues.ALERT), "0", "0", aws.queue(Queues.ALERT) + "-dlq", "0");
  }

  @Test
  void aDeadMessageIsShownWithItsFileItsFailureAndItsBodyAndStays() {
    String id = messages.failFiveTimes(NOTIFICATION);
    messages.recordFailure(id, new FailureItem(REASON, Instant.parse(FAILED_AT), 5));

    List<String> first = run("show", ingest);
    List<String> second = run("show", ingest + "-dlq");

    assertThat(first).startsWith("", ingest + "-dlq: 1 message", "", "  " + id);
    assertThat(first)
        .contains("    file     day 1/ü.csv", "    body     " + NOTIFICATION)
        .contains("    failure  " + REASON + " (at " + FAILED_AT + ", on receive 5)")
        .anyMatch(line -> line.matches("    sent     \\d{4}-\\d\\d-\\d\\dT.*Z"))
        .anyMatch(line -> line.matches("    received \\d+ times"));
    assertThat(second).as("visible again at once").contains("  " + id);
    assertThat(messages.dead()).extracting(Message::messageId).containsExactly(id);
  }

  @Test
  void theLimitHoldsAndAMessageWithoutARecordedFailureSaysSo() {
    for (int i = 0; i < 3; i++) {
      messages.failFiveTimes("body " + i + " \u009b31mred");
    }

    List<String> lines = run("show", "--limit", "2", ingest);

    assertThat(lines).filteredOn(line -> line.contains("body ")).hasSize(2);
    assertThat(lines)
        .contains(ingest + "-dlq: 3 messages")
        .anyMatch(line -> line.contains("2 of 3 shown"))
        .anyMatch(line -> line.contains("failure  not recorded"))
        .noneMatch(line -> line.contains("\u009b"));
  }

  @Test
  void aNotificationThatNoReaderUnderstandsIsShownAllTheSame() {
    String body = "{\"Records\":[{\"s3\":{\"object\":{\"key\":\"100%\"}}}]}";
    messages.failFiveTimes(body);
    assertThat(run("show", ingest))
        .contains("    body     " + body)
        .noneMatch(line -> line.startsWith("    file "));
  }

  @Test
  void moreMessagesThanABatchAreShownOnceEach() {
    String dlq = aws.queueUrl(ingest + "-dlq");
    for (int i = 0; i < 23; i++) {
      String body = "number " + i + ".";
      aws.sqs().sendMessage(r -> r.queueUrl(dlq).messageBody(body));
    }
    List<String> lines = run("show", ingest, "--limit", "100");
    for (int i = 0; i < 23; i++) {
      String body = "number " + i + ".";
      assertThat(lines).filteredOn(line -> line.contains(body)).as(body).hasSize(1);
    }
  }

  @Test
  void aRedrivenMessageIsUnchangedAndItsReceiveCountRestarts() {
    messages.failFiveTimes(NOTIFICATION);
    messages.failFiveTimes("second");

    assertThat(run("redrive"))
        .contains(
            "  2 messages moved back to " + ingest,
            "  0 messages moved back to " + aws.queue(Queues.ALERT));

    assertThat(messages.dead()).isEmpty();
    List<Message> back = messages.receive(ingest);
    assertThat(back).extracting(Message::body).containsExactlyInAnyOrder(NOTIFICATION, "second");
    assertThat(back)
        .allSatisfy(
            message -> {
              assertThat(message.messageAttributes().get("kind").stringValue()).isEqualTo("text");
              assertThat(message.attributes())
                  .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1");
            });
  }

  @Test
  void onlyTheNamedQueueIsRedriven() {
    messages.failFiveTimes("stays");
    assertThat(run("redrive", aws.queue(Queues.ALERT)))
        .containsExactly("  0 messages moved back to " + aws.queue(Queues.ALERT));
    assertThat(messages.dead()).extracting(Message::body).containsExactly("stays");
  }

  @Test
  void anUnknownQueueIsReportedWithTheKnownOnes() {
    assertThatThrownBy(() -> letters().find("ingst"))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("no queue ingst")
        .hasMessageContaining(ingest);
  }

  @Test
  void aFifoQueueIsListedShownAndRedrivenWithItsGroup() {
    String queue = aws.queue(Queues.VALIDATION);
    String dlq = queue.replace(".fifo", "-dlq.fifo");
    sendInOrder(aws.queueUrl(dlq), "files", "no-json");

    assertThat(run("list")).anyMatch(line -> line.matches("  " + queue + " +0 +0  " + dlq + " +1"));
    assertThat(run("show", queue)).contains("    body     no-json");
    assertThat(run("redrive", queue, "--note", "the disk is replaced"))
        .containsExactly("  1 message moved back to " + queue);

    assertThat(decisions())
        .filteredOn(entry -> entry.target().equals(dlq))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.action()).isEqualTo(AuditAction.REDRIVE_MESSAGES);
              assertThat(entry.decision().by()).isEqualTo(System.getProperty("user.name"));
              assertThat(entry.decision().note()).isEqualTo("the disk is replaced");
            });
    assertThat(run("redrive", queue)).containsExactly("  0 messages moved back to " + queue);
    assertThat(decisions())
        .as("nothing was moved")
        .filteredOn(one -> one.target().equals(dlq))
        .hasSize(1);
    assertThat(messages.receive(dlq)).isEmpty();
    Message back = messages.receive(queue).get(0);
    assertThat(back.body()).isEqualTo("no-json");
    assertThat(back.attributes())
        .containsEntry(MessageSystemAttributeName.MESSAGE_GROUP_ID, "files")
        .hasEntrySatisfying(
            MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID,
            id -> assertThat(id).startsWith("redrive-"))
        .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1");
  }

  private static List<AuditEntry> decisions() {
    Instant now = Instant.now();
    return Stream.of(now.minus(Duration.ofDays(1)), now)
        .map(day -> Keys.audit(LocalDate.ofInstant(day, ZoneOffset.UTC)))
        .flatMap(day -> aws.dynamoDb().query(Table.partition(aws.table(), day)).items().stream())
        .map(AuditItem::of)
        .toList();
  }

  @Test
  void aFifoQueueShowsTenMessagesOfAGroupAndSaysSo() {
    String dlq = aws.queue(Queues.VALIDATION).replace(".fifo", "-dlq.fifo");
    String url = aws.queueUrl(dlq);
    for (int i = 0; i < 11; i++) {
      sendInOrder(url, "files", "number-" + i);
    }

    List<String> lines = run("show", dlq, "--limit", "20");

    assertThat(lines).filteredOn(line -> line.contains("number-")).hasSize(10);
    assertThat(lines)
        .anyMatch(line -> line.contains("10 of 11 shown"))
        .anyMatch(line -> line.contains("at most the first ten messages of each group"));
    aws.sqs().purgeQueue(r -> r.queueUrl(url));
  }

  @Test
  void undeliveredRecordsOfTheStreamAreShownAndStay() {
    String queue = aws.queue(Queues.EVENTS_UNDELIVERED);
    String url = aws.queueUrl(queue);
    aws.sqs().sendMessage(r -> r.queueUrl(url).messageBody("a record too large"));

    List<String> redriven = run("redrive", queue);
    List<String> shown = run("show", queue);

    assertThat(redriven)
        .containsExactly("  " + queue + " stays as it is: a stream takes no records back");
    assertThat(shown)
        .startsWith("", queue + ": 1 message")
        .contains("    body     a record too large");
    aws.sqs().purgeQueue(r -> r.queueUrl(url));
  }

  @Test
  void aFifoQueueKeepsItsGroupsAndTheirOrder() {
    DeadLetters.Queue queue = fifo();
    for (int i = 0; i < 12; i++) {
      sendInOrder(queue.url(), "group-" + i % 2, String.valueOf(i));
    }

    assertThat(letters().redrive(queue, new Decision(Instant.now(), "ada", ""))).isEqualTo(12);

    List<String> even = new ArrayList<>();
    List<String> odd = new ArrayList<>();
    for (List<Message> some = messages.receive(queue.source());
        !some.isEmpty();
        some = messages.receive(queue.source())) {
      for (Message message : some) {
        String group = message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID);
        (group.equals("group-0") ? even : odd).add(message.body());
        aws.sqs()
            .deleteMessage(
                r ->
                    r.queueUrl(queue.sourceUrl().orElseThrow())
                        .receiptHandle(message.receiptHandle()));
      }
    }
    assertThat(even).containsExactly("0", "2", "4", "6", "8", "10");
    assertThat(odd).containsExactly("1", "3", "5", "7", "9", "11");
    assertThat(messages.receive(queue.name())).isEmpty();
  }

  private static void sendInOrder(String url, String group, String body) {
    aws.sqs()
        .sendMessage(
            r ->
                r.queueUrl(url)
                    .messageGroupId(group)
                    .messageDeduplicationId(body)
                    .messageBody(body));
  }

  private DeadLetters.Queue fifo() {
    String name = "dlq-it-" + UUID.randomUUID();
    return new DeadLetters.Queue(
        name + ".fifo",
        Optional.of(create(name + ".fifo")),
        name + "-dlq.fifo",
        create(name + "-dlq.fifo"));
  }

  private String create(String name) {
    return aws.sqs()
        .createQueue(
            r -> r.queueName(name).attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
        .queueUrl();
  }

  private static DeadLetters letters() {
    return new DeadLetters(
        AwsClients.of(aws.environment()), ResourceNames.of(aws.environment()), Duration.ZERO);
  }

  /** Runs a command; returns the lines that it prints. */
  private List<String> run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), false);
    CommandLine line = new CommandLine(new DlqCommand(terminal, Duration.ZERO));
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--state", folder.toString()));
    assertThat(line.execute(all.toArray(String[]::new))).isZero();
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
