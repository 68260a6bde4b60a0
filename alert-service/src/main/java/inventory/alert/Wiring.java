package inventory.alert;

import inventory.alert.domain.Alerts;
import inventory.alert.domain.Backoff;
import inventory.alert.domain.ChangeLists;
import inventory.alert.domain.Delivery;
import inventory.alert.domain.FileCheck;
import inventory.alert.domain.FileReports;
import inventory.alert.domain.Judgement;
import inventory.alert.domain.ListStore;
import inventory.alert.domain.NoticeComposer;
import inventory.alert.domain.Notifier;
import inventory.alert.domain.Outbox;
import inventory.alert.domain.RunCheck;
import inventory.alert.domain.RunReports;
import inventory.alert.domain.Situations;
import inventory.alert.domain.SnoozeCheck;
import inventory.alert.domain.StockCheck;
import inventory.alert.dynamodb.BatchReads;
import inventory.alert.dynamodb.DynamoDbAlerts;
import inventory.alert.dynamodb.DynamoDbFileReports;
import inventory.alert.dynamodb.DynamoDbOutbox;
import inventory.alert.dynamodb.DynamoDbRunReports;
import inventory.alert.dynamodb.TotalSituations;
import inventory.alert.dynamodb.WarehouseSituations;
import inventory.alert.notice.FileNotices;
import inventory.alert.notice.RunNotices;
import inventory.alert.notice.StockNotices;
import inventory.alert.s3.S3ChangeLists;
import inventory.alert.s3.S3ListStore;
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

/** Ties the use cases to their adapters; {@link Channels} makes the way to people. */
@Factory
final class Wiring {

  // Six waits of at most 3 seconds in all: past that the message's next receive tries again.
  private static final Backoff STORE = new Backoff(7, Duration.ofMillis(50), Duration.ofSeconds(1));

  // Some ten seconds of others judging the same stock; each time one of them gets on.
  private static final Backoff COLLISIONS =
      new Backoff(40, Duration.ofMillis(10), Duration.ofMillis(500));

  // About half a minute, within which a mail server restarts; then the message is given back.
  private static final Backoff CHANNEL =
      new Backoff(10, Duration.ofMillis(500), Duration.ofSeconds(8));

  @Singleton
  BatchReads batchReads(DynamoDbClient dynamoDb, AlertSettings settings) {
    return new BatchReads(dynamoDb, settings.table(), STORE);
  }

  @Singleton
  Situations situations(DynamoDbClient dynamoDb, BatchReads batches, AlertSettings settings) {
    return settings.alertScope().equals(AlertSettings.TOTAL)
        ? new TotalSituations(dynamoDb, settings.table(), settings.restockIfBelow())
        : new WarehouseSituations(dynamoDb, settings.table(), batches, settings.restockIfBelow());
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
    // Given a client, the builder takes nothing over from it: links must lead to where it writes.
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
  Delivery delivery(Outbox outbox, NoticeComposer composer, Notifier notifier) {
    return new Delivery(outbox, composer, notifier, CHANNEL, Instant::now, Wiring::newId);
  }

  @Singleton
  NoticeComposer noticeComposer(
      FileReports fileReports, RunReports runReports, AlertSettings settings) {
    Optional<String> page =
        Optional.ofNullable(settings.api()).map(api -> URI.create(api).resolve("/").toString());
    return new NoticeComposer(
        new StockNotices(settings.orderUpTo()),
        new FileNotices(page, settings.bucket()),
        fileReports,
        new RunNotices(page, settings.bucket()),
        runReports);
  }

  @Singleton
  StockCheck stockCheck(
      Situations situations, Alerts alerts, Delivery delivery, AlertSettings settings) {
    return new StockCheck(
        situations, alerts, judgement(settings), delivery, COLLISIONS, Instant::now);
  }

  @Singleton
  SnoozeCheck snoozeCheck(
      Situations situations,
      Alerts alerts,
      StockCheck stockCheck,
      Delivery delivery,
      AlertSettings settings) {
    return new SnoozeCheck(
        situations, alerts, judgement(settings), stockCheck, delivery, Instant::now, Wiring::newId);
  }

  @Singleton
  FileCheck fileCheck(FileReports reports, Delivery delivery, AlertSettings settings) {
    return new FileCheck(reports, settings.filePolicy(), delivery, Instant::now);
  }

  @Singleton
  RunCheck runCheck(RunReports reports, Delivery delivery) {
    return new RunCheck(reports, delivery, Instant::now);
  }

  private static Judgement judgement(AlertSettings settings) {
    return new Judgement(settings.notifyRecovery());
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }
}
