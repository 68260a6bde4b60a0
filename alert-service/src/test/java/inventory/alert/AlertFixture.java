package inventory.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import inventory.model.message.ChangedItems;
import inventory.model.message.FinishedFile;
import inventory.model.message.FinishedRun;
import inventory.model.resource.Inbox;
import inventory.model.resource.Queues;
import inventory.model.table.Keys;
import inventory.model.table.Values;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The service, running with its own stores, queues and mailboxes. */
final class AlertFixture implements AutoCloseable {

  static final String FROM = "stock@example.com";
  static final String FILE = "inventory_files/2026/11/21/20261121120000_inventory.csv";

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final List<String> QUEUES = List.of(Queues.ALERT, Queues.FILES, Queues.RUNS);

  private final Resources resources = EmbeddedAws.newResources();
  private final String purchasing = "purchasing-" + UUID.randomUUID() + "@example.com";
  private final String operations = "operations-" + UUID.randomUUID() + "@example.com";
  private final Levels levels = new Levels(resources);
  private final Set<Path> forgotten = new HashSet<>();
  private final Map<String, Object> properties = new HashMap<>();
  private final List<EmbeddedServer> servers = new ArrayList<>();

  /** Starts the service with settings in addition to those that name its resources. */
  AlertFixture(Map<String, Object> settings) {
    properties.putAll(resources.properties());
    properties.put("micronaut.server.port", -1);
    properties.put("inventory.notify-by", "smtp");
    properties.put("inventory.mail-from", FROM);
    properties.put("inventory.mail-purchasing", purchasing);
    properties.put("inventory.mail-operations", operations);
    properties.put("inventory.dispatch-interval", "100ms");
    properties.put("inventory.notice-interval", "0s");
    properties.putAll(settings);
    QUEUES.forEach(queue -> setVisibilityTimeout(queue, Duration.ofSeconds(1)));
    startOne();
  }

  /** Starts the service once more, next to the running ones. */
  void startOne() {
    servers.add(
        ApplicationContext.builder()
            .properties(properties)
            .start()
            .getBean(EmbeddedServer.class)
            .start());
  }

  Resources resources() {
    return resources;
  }

  /** The items in the table. */
  Levels levels() {
    return levels;
  }

  String purchasing() {
    return purchasing;
  }

  /** Sends items in a message, as a batch of their own. */
  void send(ChangedItems.Item... items) {
    send(UUID.randomUUID().toString(), items);
  }

  /** Sends items in a message. */
  void send(String batch, ChangedItems.Item... items) {
    send(json(new ChangedItems(batch, FILE, List.of(items), null)));
  }

  /** Stores items in an object; returns the message that names the object. */
  String list(List<ChangedItems.Item> items) {
    String key = Inbox.CHANGES_PREFIX + UUID.randomUUID();
    String lines = items.stream().map(item -> json(item) + "\n").collect(Collectors.joining());
    resources
        .s3()
        .putObject(r -> r.bucket(resources.bucket()).key(key), RequestBody.fromString(lines));
    return json(new ChangedItems(UUID.randomUUID().toString(), FILE, List.of(), key));
  }

  /** Sends a message to the alert queue. */
  void send(String body) {
    resources.sqs().sendMessage(r -> r.queueUrl(url(Queues.ALERT)).messageBody(body));
  }

  /** Publishes that a file is finished. */
  void sendFinished(String fileId) {
    String body = json(new FinishedFile(fileId));
    resources.sqs().sendMessage(r -> r.queueUrl(url(Queues.FILES)).messageBody(body));
  }

  /** Publishes that a validation run ended. */
  void sendFinished(String runId, int ending) {
    String body = json(new FinishedRun(runId, ending));
    resources.sqs().sendMessage(r -> r.queueUrl(url(Queues.RUNS)).messageBody(body));
  }

  /**
   * Waits until the queues are empty, so each message is deleted or in the other queue, and until
   * all notifications were sent.
   */
  void awaitHandled() {
    awaitConsumed();
    await("all notifications were sent")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> outboxItems() == 0);
  }

  /** Waits until the queues are empty: each message is deleted, or in the other queue. */
  void awaitConsumed() {
    await("the queues are empty")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> QUEUES.stream().mapToInt(queue -> messagesIn(resources.queue(queue))).sum() == 0);
  }

  /** Entries, claims and open batches, of all audiences. */
  private int outboxItems() {
    return (int)
        resources
            .dynamoDb()
            .scanPaginator(
                s ->
                    s.tableName(resources.table())
                        .consistentRead(true)
                        .filterExpression("begins_with(pk, :outbox) OR pk = :batches")
                        .expressionAttributeValues(
                            Map.of(
                                ":outbox", Values.text(Keys.outbox("")),
                                ":batches", Values.text(Keys.OPEN_BATCHES))))
            .items()
            .stream()
            .count();
  }

  /** The messages in the alert queue's dead-letter queue. */
  List<String> deadLetters() {
    String url = resources.queueUrl(resources.queue(Queues.ALERT) + "-dlq");
    return resources
        .sqs()
        .receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10))
        .messages()
        .stream()
        .map(message -> message.body())
        .toList();
  }

  /** Ignores the current e-mails from now on. */
  void forgetMails() {
    forgotten.addAll(Mail.files(EmbeddedAws.mail()));
  }

  /** The e-mails to purchasing. */
  List<Mail> mails() {
    return mails(purchasing);
  }

  /** The e-mails to operations. */
  List<Mail> operationsMails() {
    return mails(operations);
  }

  /** The e-mails with exactly these recipients, separated by ", ". */
  List<Mail> mails(String recipient) {
    return Mail.files(EmbeddedAws.mail()).stream()
        .filter(file -> !forgotten.contains(file))
        .map(Mail::read)
        .filter(mail -> mail.to().equals(recipient))
        .toList();
  }

  HttpResponse<String> get(String path) {
    URI uri = servers.get(0).getURI().resolve(path);
    try {
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private int messagesIn(String queue) {
    Map<QueueAttributeName, String> counts =
        resources
            .sqs()
            .getQueueAttributes(
                r ->
                    r.queueUrl(resources.queueUrl(queue))
                        .attributeNames(
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
            .attributes();
    return counts.values().stream().mapToInt(Integer::parseInt).sum();
  }

  private void setVisibilityTimeout(String queue, Duration timeout) {
    resources
        .sqs()
        .setQueueAttributes(
            r ->
                r.queueUrl(url(queue))
                    .attributes(
                        Map.of(
                            QueueAttributeName.VISIBILITY_TIMEOUT,
                            Long.toString(timeout.toSeconds()))));
  }

  private String url(String queue) {
    return resources.queueUrl(resources.queue(queue));
  }

  private static String json(Object message) {
    try {
      return JsonMapper.createDefault().writeValueAsString(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    for (EmbeddedServer server : servers) {
      server.close();
      server.getApplicationContext().close();
    }
    resources.close();
  }
}
