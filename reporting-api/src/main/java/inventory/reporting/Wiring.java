package inventory.reporting;

import inventory.model.changes.ChangeLists;
import inventory.model.changes.ItemChangePublisher;
import inventory.model.order.dynamodb.OutflowReads;
import inventory.model.recipients.RecipientDocuments;
import inventory.model.recipients.dynamodb.DynamoDbRecipientDocuments;
import inventory.model.webhook.WebhookUrl;
import inventory.reporting.domain.alerts.AlertRecords;
import inventory.reporting.domain.alerts.OpenAlerts;
import inventory.reporting.domain.audit.AuditLog;
import inventory.reporting.domain.facts.Facts;
import inventory.reporting.domain.files.FileRecords;
import inventory.reporting.domain.files.InboxFiles;
import inventory.reporting.domain.files.Releases;
import inventory.reporting.domain.files.Uploads;
import inventory.reporting.domain.items.Catalogue;
import inventory.reporting.domain.items.ItemLists;
import inventory.reporting.domain.items.ItemRecords;
import inventory.reporting.domain.items.StockReports;
import inventory.reporting.domain.items.ThresholdRecords;
import inventory.reporting.domain.movements.DailyHistory;
import inventory.reporting.domain.movements.MovementHistory;
import inventory.reporting.domain.movements.MovementLog;
import inventory.reporting.domain.movements.PastStock;
import inventory.reporting.domain.orders.OrderProposals;
import inventory.reporting.domain.overview.Counters;
import inventory.reporting.domain.overview.FreshnessReports;
import inventory.reporting.domain.overview.Overviews;
import inventory.reporting.domain.previews.StockPreviews;
import inventory.reporting.domain.runs.FindingDecisions;
import inventory.reporting.domain.runs.ValidationRuns;
import inventory.reporting.domain.thresholds.ThresholdDecisions;
import inventory.reporting.domain.thresholds.ThresholdStore;
import inventory.reporting.domain.webhooks.Webhooks;
import inventory.reporting.dynamodb.DynamoDbAlerts;
import inventory.reporting.dynamodb.DynamoDbAuditLog;
import inventory.reporting.dynamodb.DynamoDbCatalogue;
import inventory.reporting.dynamodb.DynamoDbCounters;
import inventory.reporting.dynamodb.DynamoDbFacts;
import inventory.reporting.dynamodb.DynamoDbFileRecords;
import inventory.reporting.dynamodb.DynamoDbFreshness;
import inventory.reporting.dynamodb.DynamoDbItemRecords;
import inventory.reporting.dynamodb.DynamoDbMovementLog;
import inventory.reporting.dynamodb.DynamoDbPreviews;
import inventory.reporting.dynamodb.DynamoDbStockReports;
import inventory.reporting.dynamodb.DynamoDbThresholdStore;
import inventory.reporting.dynamodb.DynamoDbThresholds;
import inventory.reporting.dynamodb.DynamoDbValidationRuns;
import inventory.reporting.dynamodb.DynamoDbWebhooks;
import inventory.reporting.dynamodb.TableHealth;
import inventory.reporting.http.Cursors;
import inventory.reporting.http.files.UploadRules;
import inventory.reporting.http.webhooks.WebhookRules;
import inventory.reporting.s3.S3InboxFiles;
import inventory.reporting.s3.S3UploadUrls;
import inventory.reporting.sqs.SqsFactQueue;
import inventory.reporting.sqs.SqsReleaseQueue;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.json.JsonMapper;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ServiceClientConfiguration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Creates the parts of the service and connects them. */
@Factory
final class Wiring {

  private static final int KEY_LENGTH = 32;
  private static final int READER_THREADS = 16;
  private static final String READERS = "past-stock-readers";

  @Singleton
  StockReports stockReports(DynamoDbClient dynamo, Settings settings) {
    return new DynamoDbStockReports(dynamo, settings.table());
  }

  @Singleton
  MovementLog movementLog(DynamoDbClient dynamo, Settings settings) {
    return new DynamoDbMovementLog(dynamo, settings.table());
  }

  @Singleton
  FileRecords fileRecords(DynamoDbClient dynamo, Settings settings) {
    return new DynamoDbFileRecords(dynamo, settings.table());
  }

  @Singleton
  InboxFiles inboxFiles(S3Client s3, Settings settings) {
    return new S3InboxFiles(s3, settings.bucket());
  }

  @Singleton
  AuditLog auditLog(DynamoDbClient dynamo, Settings settings) {
    return new DynamoDbAuditLog(dynamo, settings.table());
  }

  @Singleton
  Releases releases(SqsClient sqs, Settings settings, JsonMapper json, AuditLog audit) {
    return new Releases(new SqsReleaseQueue(sqs, settings.ingestQueue(), json), audit);
  }

  @Singleton
  Facts facts(DynamoDbClient dynamo, SqsClient sqs, Settings settings, JsonMapper json) {
    return new Facts(
        new DynamoDbFacts(dynamo, settings.table()),
        new SqsFactQueue(sqs, settings.eventsQueue(), json));
  }

  @Singleton
  StockPreviews stockPreviews(
      DynamoDbClient dynamo,
      Settings settings,
      AlertSettings alerts,
      RecipientDocuments recipients,
      ThresholdRecords thresholds) {
    return new StockPreviews(
        new DynamoDbPreviews(dynamo, settings.table(), recipients),
        thresholds::of,
        alerts.isOnTotals());
  }

  @Singleton
  @Bean(preDestroy = "close")
  S3Presigner presigner(S3Client s3) {
    S3ServiceClientConfiguration configuration = s3.serviceClientConfiguration();
    S3Presigner.Builder builder =
        S3Presigner.builder()
            .region(configuration.region())
            .credentialsProvider(configuration.credentialsProvider());
    configuration.endpointOverride().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  @Singleton
  Uploads uploads(S3Presigner presigner, Settings settings, AuditLog audit) {
    RandomGenerator random = new SecureRandom();
    return new Uploads(
        new S3UploadUrls(presigner, settings.bucket()),
        audit,
        () -> HexFormat.of().toHexDigits(random.nextInt()));
  }

  @Singleton
  UploadRules uploadRules(Settings settings) {
    return new UploadRules(settings.maxFileBytes());
  }

  @Singleton
  ValidationRuns validationRuns(DynamoDbClient dynamo, Settings settings) {
    return new DynamoDbValidationRuns(dynamo, settings.table());
  }

  @Singleton
  FindingDecisions findingDecisions(ValidationRuns runs, InboxFiles files) {
    return new FindingDecisions(runs, files);
  }

  @Singleton
  ThresholdRecords thresholdRecords(DynamoDbClient dynamo, Settings settings) {
    return new DynamoDbThresholds(dynamo, settings.table(), settings.restockIfBelow());
  }

  @Singleton
  FreshnessReports freshnessReports(DynamoDbClient dynamo, Settings settings) {
    return new DynamoDbFreshness(dynamo, settings.table());
  }

  @Singleton
  ThresholdStore thresholdStore(DynamoDbClient dynamo, Settings settings) {
    return new DynamoDbThresholdStore(dynamo, settings.table());
  }

  /** A person's decision concerns one item, so no list of changed items is ever stored. */
  @Singleton
  ChangeLists changeLists(S3Client s3, Settings settings) {
    return new ChangeLists(s3, settings.bucket());
  }

  @Singleton
  ThresholdDecisions thresholdDecisions(ThresholdStore thresholds, ItemChangePublisher changes) {
    return new ThresholdDecisions(thresholds, changes, () -> UUID.randomUUID().toString());
  }

  @Singleton
  ItemRecords itemRecords(StockReports stock, DynamoDbClient dynamo, Settings settings) {
    return new DynamoDbItemRecords(stock, dynamo, settings.table(), settings.restockIfBelow());
  }

  @Singleton
  AlertRecords alertRecords(DynamoDbClient dynamo, Settings settings) {
    return new DynamoDbAlerts(dynamo, settings.table());
  }

  @Singleton
  RecipientDocuments recipientDocuments(DynamoDbClient dynamo, Settings settings) {
    return new DynamoDbRecipientDocuments(dynamo, settings.table());
  }

  @Singleton
  OpenAlerts openAlerts(
      AlertRecords alerts, StockReports stock, ThresholdRecords thresholds, OrderProposals orders) {
    return new OpenAlerts(alerts, stock, thresholds, orders);
  }

  @Singleton
  OrderProposals orderProposals(
      DynamoDbClient dynamo, Settings settings, @Named(READERS) ExecutorService readers) {
    OutflowReads outflows = new OutflowReads(dynamo, settings.table(), readers);
    return new OrderProposals(outflows::of, settings.orderUpTo());
  }

  @Singleton
  Counters counters(DynamoDbClient dynamo, Settings settings) {
    return new DynamoDbCounters(dynamo, settings.table());
  }

  @Singleton
  Overviews overviews(Counters counters, ValidationRuns runs) {
    return new Overviews(counters, runs);
  }

  @Singleton
  Catalogue catalogue(DynamoDbClient dynamo, Settings settings) {
    return new DynamoDbCatalogue(dynamo, settings.table());
  }

  @Singleton
  ItemLists itemLists(StockReports stock, ThresholdRecords thresholds) {
    return new ItemLists(stock, thresholds, () -> UUID.randomUUID().toString(), System::nanoTime);
  }

  @Singleton
  MovementHistory movementHistory(
      StockReports stock, MovementLog log, FileRecords files, Clock clock) {
    return new MovementHistory(stock, log, files, clock);
  }

  @Singleton
  DailyHistory dailyHistory(MovementLog log) {
    return new DailyHistory(log);
  }

  @Singleton
  PastStock pastStock(
      StockReports stock, MovementLog log, @Named(READERS) ExecutorService readers) {
    return new PastStock(stock, log, readers);
  }

  /** Its tasks must not wait for those of the executor that serves requests. */
  @Singleton
  @Named(READERS)
  @Bean(preDestroy = "shutdown")
  ExecutorService readers() {
    return Executors.newFixedThreadPool(READER_THREADS);
  }

  @Singleton
  Webhooks webhooks(DynamoDbClient dynamo, Settings settings) {
    return new Webhooks(new DynamoDbWebhooks(dynamo, settings.table()), new SecureRandom());
  }

  @Singleton
  WebhookRules webhookRules(WebhookSettings settings) {
    return new WebhookRules(WebhookUrl.allowing(settings.webhookHosts()));
  }

  @Singleton
  @Readiness
  TableHealth tableHealth(
      DynamoDbClient dynamo, Settings settings, @Named(TaskExecutors.IO) ExecutorService executor) {
    return new TableHealth(dynamo, settings.table(), executor);
  }

  @Singleton
  Cursors cursors(Settings settings) {
    byte[] key = settings.cursorKey().getBytes(StandardCharsets.UTF_8);
    if (key.length == 0) {
      key = new byte[KEY_LENGTH];
      new SecureRandom().nextBytes(key);
    }
    return new Cursors(key);
  }

  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }
}
