package inventory.alert;

import inventory.alert.audience.PurchasingEdition;
import inventory.alert.audience.Recipients;
import inventory.alert.audience.RuleAudiences;
import inventory.alert.audience.RuleDispatch;
import inventory.alert.audience.RuleEditions;
import inventory.alert.audience.StoredRecipients;
import inventory.alert.domain.AlertPolicy;
import inventory.alert.domain.Alerts;
import inventory.alert.domain.ChangeLists;
import inventory.alert.domain.Edition;
import inventory.alert.domain.FileCheck;
import inventory.alert.domain.FreshnessCheck;
import inventory.alert.domain.Outflows;
import inventory.alert.domain.Rules;
import inventory.alert.domain.RulesCheck;
import inventory.alert.domain.RunCheck;
import inventory.alert.domain.SnoozeCheck;
import inventory.alert.domain.StockCheck;
import inventory.alert.domain.StockComposer;
import inventory.alert.domain.StockStatuses;
import inventory.alert.domain.Teams;
import inventory.alert.dynamodb.DynamoDbAlerts;
import inventory.alert.dynamodb.DynamoDbEventFeed;
import inventory.alert.dynamodb.DynamoDbFileReports;
import inventory.alert.dynamodb.DynamoDbFreshnessRecords;
import inventory.alert.dynamodb.DynamoDbOutbox;
import inventory.alert.dynamodb.DynamoDbRules;
import inventory.alert.dynamodb.DynamoDbRunReports;
import inventory.alert.dynamodb.TotalStatuses;
import inventory.alert.dynamodb.WarehouseStatuses;
import inventory.alert.notification.Audience;
import inventory.alert.notification.EndpointNotifications;
import inventory.alert.notification.FileNotifications;
import inventory.alert.notification.RuleNotifications;
import inventory.alert.notification.RunNotifications;
import inventory.alert.notification.SilenceNotifications;
import inventory.alert.notification.StockNotifications;
import inventory.alert.outbox.Audiences;
import inventory.alert.outbox.Composer;
import inventory.alert.outbox.FileAndRunComposer;
import inventory.alert.outbox.FileReports;
import inventory.alert.outbox.FreshnessRecords;
import inventory.alert.outbox.FreshnessRecords.FreshnessRecord;
import inventory.alert.outbox.Heartbeat;
import inventory.alert.outbox.Notifier;
import inventory.alert.outbox.Outbox;
import inventory.alert.outbox.OutboxDispatcher;
import inventory.alert.outbox.OutboxWatch;
import inventory.alert.outbox.RunReports;
import inventory.alert.s3.S3ChangeLists;
import inventory.alert.webhook.Endpoints;
import inventory.model.Backoff;
import inventory.model.order.dynamodb.OutflowReads;
import inventory.model.recipients.dynamodb.DynamoDbRecipientDocuments;
import inventory.model.table.Batches;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Connects the use cases to their adapters; {@link Channels} creates the notifier. */
@Factory
final class Wiring {

  // Six waits of 3 seconds in total at most; after that the message is redelivered.
  private static final Backoff STORE = new Backoff(7, Duration.ofMillis(50), Duration.ofSeconds(1));

  // About ten seconds of colliding writes; in each round one writer succeeds.
  private static final Backoff COLLISIONS =
      new Backoff(40, Duration.ofMillis(10), Duration.ofMillis(500));

  /** Sends to purchasing. */
  static final String PURCHASING = "purchasing";

  /** Sends to operations. */
  static final String OPERATIONS = "operations";

  private static final Duration LONGEST_RETRY_WAIT = Duration.ofMinutes(5);

  @Singleton
  Batches batches(DynamoDbClient dynamoDb, AlertSettings settings) {
    return new Batches(dynamoDb, settings.table(), STORE);
  }

  @Singleton
  StockStatuses statuses(DynamoDbClient dynamoDb, Batches batches, AlertSettings settings) {
    return settings.alertScope().equals(AlertSettings.TOTAL)
        ? new TotalStatuses(dynamoDb, settings.table(), batches, settings.restockIfBelow())
        : new WarehouseStatuses(dynamoDb, settings.table(), batches, settings.restockIfBelow());
  }

  @Singleton
  Alerts alerts(
      DynamoDbClient dynamoDb, Batches batches, DynamoDbEventFeed events, AlertSettings settings) {
    return new DynamoDbAlerts(dynamoDb, settings.table(), batches, events);
  }

  @Singleton
  Outbox outbox(DynamoDbClient dynamoDb, Batches batches, AlertSettings settings) {
    return new DynamoDbOutbox(dynamoDb, settings.table(), batches);
  }

  /** Who is notified of what: those whom rules name, else the teams. */
  @Singleton
  Audiences audiences(Recipients recipients, AlertSettings settings) {
    Teams teams = new Teams(settings.notifyRecovery(), settings.filePolicy());
    return new RuleAudiences(recipients, teams);
  }

  @Singleton
  Recipients recipients(DynamoDbClient dynamoDb, AlertSettings settings) {
    return new StoredRecipients(
        new DynamoDbRecipientDocuments(dynamoDb, settings.table()), Instant::now);
  }

  @Singleton
  Rules rules(DynamoDbClient dynamoDb, AlertSettings settings) {
    return new DynamoDbRules(dynamoDb, settings.table());
  }

  /** Composers of notifications about stock. */
  @Singleton
  Function<Edition, Composer> stockComposers(
      StockStatuses statuses, Alerts alerts, StockCheck check, Outflows outflows, Rules rules) {
    return edition ->
        new StockComposer(statuses, alerts, check, outflows, rules::openAlerts, edition);
  }

  @Singleton
  AlertPolicy policy(Audiences audiences, AlertSettings settings) {
    return new AlertPolicy(audiences, settings.noticeInterval());
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
  FreshnessRecords freshnessRecords(DynamoDbClient dynamoDb, AlertSettings settings) {
    return new DynamoDbFreshnessRecords(dynamoDb, settings.table());
  }

  @Singleton
  FreshnessCheck freshnessCheck(FreshnessRecords records) {
    return new FreshnessCheck(records, COLLISIONS, Instant::now);
  }

  @Singleton
  ChangeLists changeLists(S3Client s3, AlertSettings settings, JsonMapper json) {
    return new S3ChangeLists(s3, settings.bucket(), json);
  }

  @Singleton
  @Bean(preDestroy = "close")
  ScheduledHeartbeat heartbeat() {
    return new ScheduledHeartbeat(OutboxDispatcher.CLAIM_DURATION.dividedBy(3));
  }

  @Singleton
  Outflows outflows(DynamoDbClient dynamoDb, AlertSettings settings) {
    return new OutflowReads(dynamoDb, settings.table(), Runnable::run)::of;
  }

  @Singleton
  @Named(PURCHASING)
  OutboxDispatcher purchasing(
      Function<Edition, Composer> stockComposers,
      Outbox outbox,
      Notifier notifier,
      Heartbeat heartbeat,
      AlertSettings settings) {
    Edition edition =
        new PurchasingEdition(
            Audience.PURCHASING, new StockNotifications(settings.orderUpTo(), page(settings)));
    return dispatcher(
        Audience.PURCHASING, outbox, stockComposers.apply(edition), notifier, heartbeat, settings);
  }

  @Singleton
  OutboxWatch outboxWatch(Outbox outbox) {
    return new OutboxWatch(outbox, Instant::now);
  }

  @Singleton
  RuleDispatch ruleDispatch(
      Function<Edition, Composer> stockComposers,
      Recipients recipients,
      Outbox outbox,
      Notifier notifier,
      Heartbeat heartbeat,
      AlertSettings settings) {
    RuleEditions editions =
        new RuleEditions(
            recipients,
            new StockNotifications(settings.orderUpTo(), page(settings)),
            new RuleNotifications(settings.orderUpTo(), page(settings)));
    return new RuleDispatch(
        recipients,
        outbox,
        audience ->
            dispatcher(
                audience,
                outbox,
                // By the rules of the moment when it is sent.
                (entries, now) -> stockComposers.apply(editions.of(audience)).compose(entries, now),
                notifier,
                heartbeat,
                settings),
        Instant::now);
  }

  @Singleton
  @Named(OPERATIONS)
  OutboxDispatcher operations(
      FileReports fileReports,
      RunReports runReports,
      FreshnessRecords freshness,
      Endpoints endpoints,
      Outbox outbox,
      Notifier notifier,
      Heartbeat heartbeat,
      AlertSettings settings) {
    Optional<String> page = page(settings);
    Composer composer =
        new FileAndRunComposer(
            new FileNotifications(page, settings.bucket()),
            fileReports,
            new RunNotifications(page, settings.bucket()),
            runReports,
            new SilenceNotifications(page),
            warehouse -> freshness.find(warehouse).map(FreshnessRecord::freshness),
            id -> new EndpointNotifications().compose(id, endpoints.find(id)));
    return dispatcher(Audience.OPERATIONS, outbox, composer, notifier, heartbeat, settings);
  }

  private static OutboxDispatcher dispatcher(
      Audience audience,
      Outbox outbox,
      Composer composer,
      Notifier notifier,
      Heartbeat heartbeat,
      AlertSettings settings) {
    Backoff backoff = new Backoff(Integer.MAX_VALUE, settings.retryWait(), LONGEST_RETRY_WAIT);
    return new OutboxDispatcher(
        audience, outbox, composer, notifier, heartbeat, backoff, Instant::now, Wiring::newId);
  }

  private static Optional<String> page(AlertSettings settings) {
    return Optional.ofNullable(settings.api()).map(api -> URI.create(api).resolve("/").toString());
  }

  @Singleton
  StockCheck stockCheck(StockStatuses statuses, Alerts alerts, AlertPolicy policy, Outbox outbox) {
    return new StockCheck(
        statuses, alerts, policy, outbox, COLLISIONS, Instant::now, Wiring::newId);
  }

  @Singleton
  RulesCheck rulesCheck(
      Rules rules, Alerts alerts, StockCheck check, Outbox outbox, AlertSettings settings) {
    return new RulesCheck(
        settings.alertScope().equals(AlertSettings.TOTAL),
        settings.restockIfBelow(),
        rules,
        alerts,
        check,
        outbox,
        Instant::now);
  }

  @Singleton
  SnoozeCheck snoozeCheck(
      StockStatuses statuses, Alerts alerts, AlertPolicy policy, StockCheck stockCheck) {
    return new SnoozeCheck(statuses, alerts, policy, stockCheck, Instant::now, Wiring::newId);
  }

  @Singleton
  FileCheck fileCheck(FileReports reports, Audiences audiences, RulesCheck stock) {
    return new FileCheck(reports, audiences, stock, Instant::now);
  }

  @Singleton
  RunCheck runCheck(RunReports reports, Audiences audiences) {
    return new RunCheck(reports, audiences, Instant::now);
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }
}
