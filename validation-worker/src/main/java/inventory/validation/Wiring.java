package inventory.validation;

import inventory.model.Backoff;
import inventory.model.inbox.FileLifecycle;
import inventory.model.inbox.Originals;
import inventory.model.inbox.dynamodb.DynamoDbFileLifecycle;
import inventory.model.inbox.s3.S3Originals;
import inventory.model.movement.Merge;
import inventory.model.movement.OriginalRows;
import inventory.model.queue.FailureRecords;
import inventory.model.queue.SqsQueue;
import inventory.model.queue.VisibilityExtender;
import inventory.validation.check.AlertMatchesLevel;
import inventory.validation.check.BackwardsTimestamp;
import inventory.validation.check.ClosingMatchesMovements;
import inventory.validation.check.CustomersCheck;
import inventory.validation.check.FutureTimestamp;
import inventory.validation.check.LevelMatchesMovements;
import inventory.validation.check.MissingFile;
import inventory.validation.check.Movements;
import inventory.validation.check.NegativeLevel;
import inventory.validation.check.OldTimestamp;
import inventory.validation.check.Rejected;
import inventory.validation.check.SimilarWarehouse;
import inventory.validation.check.TwoNames;
import inventory.validation.check.ZeroChange;
import inventory.validation.domain.Alerts;
import inventory.validation.domain.Check;
import inventory.validation.domain.LevelAudit;
import inventory.validation.domain.Levels;
import inventory.validation.domain.Warehouses;
import inventory.validation.dynamodb.DynamoDbAlerts;
import inventory.validation.dynamodb.DynamoDbFileRecords;
import inventory.validation.dynamodb.DynamoDbLevels;
import inventory.validation.dynamodb.DynamoDbRuns;
import inventory.validation.dynamodb.DynamoDbWarehouses;
import inventory.validation.rebuild.CorrectionPublisher;
import inventory.validation.rebuild.sqs.SqsCorrectionPublisher;
import inventory.validation.run.Ports;
import inventory.validation.run.Timing;
import inventory.validation.run.Validation;
import inventory.validation.s3.S3FindingsStore;
import inventory.validation.sqs.SqsFinishedRuns;
import inventory.validation.sqs.SqsValidationMessages;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Connects the validation to its adapters. */
@Factory
final class Wiring {

  private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

  private static final int ID_LENGTH = 8;

  private static final int SERVER_ERROR = 500;

  // How many levels are audited at a time: most of an audit is waiting for the table.
  private static final int AUDITORS = 16;

  private static final Backoff LOOKS =
      new Backoff(10, Duration.ofMillis(20), Duration.ofSeconds(1));

  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Singleton
  Originals originals(S3Client s3, ValidationSettings settings) {
    return new S3Originals(s3, settings.bucket(), settings.maxFileBytes());
  }

  @Singleton
  FileLifecycle files(DynamoDbClient dynamoDb, ValidationSettings settings, Clock clock) {
    return new DynamoDbFileLifecycle(dynamoDb, settings.table(), clock);
  }

  @Singleton
  @Named("auditors")
  @Bean(preDestroy = "shutdownNow")
  ExecutorService auditors() {
    return Executors.newFixedThreadPool(AUDITORS);
  }

  @Singleton
  Ports ports(
      DynamoDbClient dynamoDb,
      S3Client s3,
      SqsClient sqs,
      ObjectMapper json,
      FailureRecords failures,
      Originals originals,
      FileLifecycle files,
      VisibilityExtender visibility,
      @Named("auditors") ExecutorService auditors,
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler,
      ValidationSettings settings,
      Clock clock) {
    String table = settings.table();
    Warehouses warehouses = new DynamoDbWarehouses(dynamoDb, table);
    Levels levels = new DynamoDbLevels(dynamoDb, table);
    OriginalRows rows = new OriginalRows(id -> files.find(id).upload(), originals);
    return new Ports(
        new DynamoDbRuns(dynamoDb, table, json),
        new SqsValidationMessages(
            sqs, new SqsQueue(sqs, settings.validationQueue(), visibility), failures, json),
        new DynamoDbFileRecords(dynamoDb, table),
        originals,
        levels,
        new LevelAudit(levels, rows, LOOKS, clock::instant),
        auditors,
        warehouses,
        new S3FindingsStore(s3, settings.bucket()),
        new SqsFinishedRuns(sqs, settings.runsQueue(), json),
        (period, beat, work) -> during(scheduler, period, beat, work),
        Wiring::pause,
        Wiring::isOutage);
  }

  private static boolean pause(Duration duration) {
    try {
      TimeUnit.NANOSECONDS.sleep(duration.toNanos());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** An answer that blames the request, such as 403 for one object, concerns that request alone. */
  private static boolean isOutage(RuntimeException failure) {
    if (failure instanceof SdkServiceException answer) {
      return answer.statusCode() >= SERVER_ERROR || answer.isThrottlingException();
    }
    return failure instanceof SdkException || failure instanceof UncheckedIOException;
  }

  private static Validation.Result during(
      TaskScheduler scheduler, Duration period, Runnable beat, Supplier<Validation.Result> work) {
    ScheduledFuture<?> renewing =
        scheduler.scheduleAtFixedRate(period, period, () -> attempt(beat));
    try {
      return work.get();
    } finally {
      renewing.cancel(false);
    }
  }

  /** A failure does not end the heartbeat: an exception would cancel its schedule. */
  private static void attempt(Runnable beat) {
    try {
      beat.run();
    } catch (RuntimeException e) {
      // The next attempt follows soon, and writes that depend on it check their own conditions.
      LOG.warn("A heartbeat failed: {}", e.toString());
    }
  }

  @Singleton
  Timing timing(ValidationSettings settings) {
    return new Timing(
        settings.lease(),
        settings.filePatience(),
        settings.outagePatience(),
        settings.checkpointTransactions(),
        settings.checkpointInterval(),
        settings.checkDuration(),
        settings.findingsListed());
  }

  @Singleton
  Alerts alerts(
      DynamoDbClient dynamoDb, SqsClient sqs, ObjectMapper json, ValidationSettings settings) {
    CorrectionPublisher hints =
        new SqsCorrectionPublisher(
            sqs, settings.alertQueue(), json, "validation-" + shortId(), "the nightly validation");
    return new DynamoDbAlerts(
        dynamoDb, settings.table(), settings.restockIfBelow(), hints::publish);
  }

  private static String shortId() {
    return UUID.randomUUID().toString().substring(0, ID_LENGTH);
  }

  @Singleton
  Validation validation(
      Ports ports, Alerts alerts, Timing timing, ValidationSettings settings, Clock clock) {
    return new Validation(
        ports,
        checks(ports, alerts, settings, clock),
        timing,
        Merge.budget(settings.mergePercent(), 1),
        clock::instant,
        Wiring::shortId);
  }

  private static List<Check> checks(
      Ports ports, Alerts alerts, ValidationSettings settings, Clock clock) {
    List<Check> all =
        new ArrayList<>(
            List.of(
                new FutureTimestamp(),
                new OldTimestamp(settings.maxAgeDays()),
                new BackwardsTimestamp(),
                new ZeroChange(),
                new TwoNames(ports.levels()::fileKey),
                new SimilarWarehouse(ports.warehouses()),
                new CustomersCheck(settings.checkDuration()),
                new Rejected(),
                new Movements(),
                new LevelMatchesMovements(),
                new ClosingMatchesMovements(),
                new NegativeLevel(ports.levels()::fileKey),
                new MissingFile()));
    boolean isOfWarehouses = settings.alertScope().equals("warehouse");
    if (isOfWarehouses) {
      all.add(new AlertMatchesLevel(alerts, ports.levels(), clock::instant));
    }
    List<String> off = settings.checksOff().stream().filter(name -> !name.isBlank()).toList();
    List<String> names = all.stream().map(Check::name).toList();
    if (!names.containsAll(off)) {
      throw new IllegalArgumentException(
          "INVENTORY_CHECKS_OFF is %s, but the checks are %s".formatted(off, names));
    }
    return all.stream().filter(check -> !off.contains(check.name())).toList();
  }
}
