package inventory.alert;

import inventory.alert.domain.AlertPolicy;
import inventory.alert.domain.Alerts;
import inventory.alert.domain.ChangeLists;
import inventory.alert.domain.FileCheck;
import inventory.alert.domain.RunCheck;
import inventory.alert.domain.SnoozeCheck;
import inventory.alert.domain.StockCheck;
import inventory.alert.domain.StockStatuses;
import inventory.alert.dynamodb.DynamoDbAlerts;
import inventory.alert.dynamodb.DynamoDbFileReports;
import inventory.alert.dynamodb.DynamoDbOutbox;
import inventory.alert.dynamodb.DynamoDbRunReports;
import inventory.alert.dynamodb.TotalStatuses;
import inventory.alert.dynamodb.WarehouseStatuses;
import inventory.alert.notification.FileNotifications;
import inventory.alert.notification.RunNotifications;
import inventory.alert.notification.StockNotifications;
import inventory.alert.outbox.FileReports;
import inventory.alert.outbox.ListStore;
import inventory.alert.outbox.NotificationComposer;
import inventory.alert.outbox.Notifier;
import inventory.alert.outbox.Outbox;
import inventory.alert.outbox.OutboxDispatcher;
import inventory.alert.outbox.RunReports;
import inventory.alert.s3.S3ChangeLists;
import inventory.alert.s3.S3ListStore;
import inventory.model.Backoff;
import inventory.model.table.BatchReads;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ServiceClientConfiguration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Connects the use cases to their adapters; {@link Channels} creates the notifier. */
@Factory
final class Wiring {

  // Six waits of 3 seconds in total at most; after that the message is redelivered.
  private static final Backoff STORE = new Backoff(7, Duration.ofMillis(50), Duration.ofSeconds(1));

  // About ten seconds of colliding writes; in each round one writer succeeds.
  private static final Backoff COLLISIONS =
      new Backoff(40, Duration.ofMillis(10), Duration.ofMillis(500));

  // By default half a minute, enough for a mail server to restart; then the message is redelivered.
  private static final int SEND_ATTEMPTS = 10;

  @Singleton
  BatchReads batchReads(DynamoDbClient dynamoDb, AlertSettings settings) {
    return new BatchReads(dynamoDb, settings.table(), STORE);
  }

  @Singleton
  StockStatuses statuses(DynamoDbClient dynamoDb, BatchReads batches, AlertSettings settings) {
    return settings.alertScope().equals(AlertSettings.TOTAL)
        ? new TotalStatuses(dynamoDb, settings.table(), batches, settings.restockIfBelow())
        : new WarehouseStatuses(dynamoDb, settings.table(), batches, settings.restockIfBelow());
  }

  @Singleton
  Alerts alerts(DynamoDbClient dynamoDb, BatchReads batches, AlertSettings settings) {
    return new DynamoDbAlerts(dynamoDb, settings.table(), batches);
  }

  @Singleton
  Outbox outbox(DynamoDbClient dynamoDb, AlertSettings settings) {
    return new DynamoDbOutbox(dynamoDb, settings.table(), STORE);
  }

  @Singleton
  FileReports fileReports(DynamoDbClient dynamoDb, AlertSettings settings) {
    return new DynamoDbFileReports(dynamoDb, settings.table());
  }

  @Singleton
  RunReports runReports(DynamoDbClient dynamoDb, AlertSettings settings) {
    return new DynamoDbRunReports(dynamoDb, settings.table());
  }

  @Singleton
  ChangeLists changeLists(S3Client s3, AlertSettings settings, JsonMapper json) {
    return new S3ChangeLists(s3, settings.bucket(), json);
  }

  @Singleton
  @Bean(preDestroy = "close")
  S3Presigner presigner(S3Client s3) {
    // The builder does not copy the client's endpoint: links must lead to where it writes.
    S3ServiceClientConfiguration client = s3.serviceClientConfiguration();
    S3Presigner.Builder presigner =
        S3Presigner.builder()
            .region(client.region())
            .credentialsProvider(client.credentialsProvider());
    client.endpointOverride().ifPresent(presigner::endpointOverride);
    return presigner.build();
  }

  @Singleton
  ListStore listStore(S3Client s3, S3Presigner presigner, AlertSettings settings) {
    return new S3ListStore(s3, presigner, settings.bucket());
  }

  @Singleton
  OutboxDispatcher dispatcher(
      Outbox outbox, NotificationComposer composer, Notifier notifier, AlertSettings settings) {
    Duration first = settings.retryWait();
    Backoff backoff = new Backoff(SEND_ATTEMPTS, first, first.multipliedBy(16));
    return new OutboxDispatcher(outbox, composer, notifier, backoff, Instant::now, Wiring::newId);
  }

  @Singleton
  NotificationComposer noticeComposer(
      FileReports fileReports, RunReports runReports, AlertSettings settings) {
    Optional<String> page =
        Optional.ofNullable(settings.api()).map(api -> URI.create(api).resolve("/").toString());
    return new NotificationComposer(
        new StockNotifications(settings.orderUpTo()),
        new FileNotifications(page, settings.bucket()),
        fileReports,
        new RunNotifications(page, settings.bucket()),
        runReports);
  }

  @Singleton
  StockCheck stockCheck(
      StockStatuses statuses, Alerts alerts, OutboxDispatcher dispatcher, AlertSettings settings) {
    return new StockCheck(statuses, alerts, policy(settings), dispatcher, COLLISIONS, Instant::now);
  }

  @Singleton
  SnoozeCheck snoozeCheck(
      StockStatuses statuses,
      Alerts alerts,
      StockCheck stockCheck,
      OutboxDispatcher dispatcher,
      AlertSettings settings) {
    return new SnoozeCheck(
        statuses, alerts, policy(settings), stockCheck, dispatcher, Instant::now, Wiring::newId);
  }

  @Singleton
  FileCheck fileCheck(FileReports reports, OutboxDispatcher dispatcher, AlertSettings settings) {
    return new FileCheck(reports, settings.filePolicy(), dispatcher, Instant::now);
  }

  @Singleton
  RunCheck runCheck(RunReports reports, OutboxDispatcher dispatcher) {
    return new RunCheck(reports, dispatcher, Instant::now);
  }

  private static AlertPolicy policy(AlertSettings settings) {
    return new AlertPolicy(settings.notifyRecovery());
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }
}
