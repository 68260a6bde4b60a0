package inventory.ingest;

import inventory.ingest.domain.EventIngestion;
import inventory.ingest.domain.EventRejects;
import inventory.ingest.domain.FileIngestion;
import inventory.ingest.domain.LevelFirstLedger;
import inventory.ingest.domain.LevelStore;
import inventory.ingest.domain.Retries;
import inventory.ingest.domain.StockLedger;
import inventory.ingest.domain.ValidationQueue;
import inventory.ingest.dynamodb.DynamoDbFactRejects;
import inventory.ingest.dynamodb.DynamoDbLevelStore;
import inventory.ingest.projection.CounterStore;
import inventory.ingest.projection.Projection;
import inventory.ingest.projection.dynamodb.DynamoDbCounters;
import inventory.ingest.projection.dynamodb.StreamPoller;
import inventory.ingest.s3.S3EventRejects;
import inventory.model.changes.ChangeLists;
import inventory.model.changes.ItemChangePublisher;
import inventory.model.counter.dynamodb.TableStream;
import inventory.model.event.EventReader;
import inventory.model.inbox.FileEvents;
import inventory.model.inbox.FileLifecycle;
import inventory.model.inbox.Originals;
import inventory.model.inbox.RejectsStore;
import inventory.model.inbox.S3Notifications;
import inventory.model.inbox.dynamodb.DynamoDbFileLifecycle;
import inventory.model.inbox.s3.S3Originals;
import inventory.model.inbox.s3.S3RejectsStore;
import inventory.model.movement.Merge;
import inventory.model.movement.OriginalRows;
import inventory.model.queue.SqsQueue;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Ties the use case to its adapters. */
@Factory
final class Wiring {

  private static final String WRITERS = "writers";
  private static final String CALLS = "calls";
  private static final String EVENT_WRITERS = "event-writers";
  private static final String REJECTS_TYPE = "text/csv; charset=utf-8";
  private static final String REJECTS_SUFFIX = ".csv";

  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Singleton
  @Named(WRITERS)
  @Bean(preDestroy = "shutdown")
  ExecutorService writers(IngestSettings settings) {
    return Executors.newFixedThreadPool(settings.writers());
  }

  /** Events have writers of their own, so they never wait for a large file. */
  @Singleton
  @Named(EVENT_WRITERS)
  @Bean(preDestroy = "shutdown")
  ExecutorService eventWriters(IngestSettings settings) {
    int batches = settings.eventConsumers() * SqsQueue.MAX_MESSAGES;
    return Executors.newFixedThreadPool(Math.max(1, Math.min(batches, settings.writers())));
  }

  /** For each file that is processed: a call that need not wait for another one. */
  @Singleton
  @Named(CALLS)
  @Bean(preDestroy = "shutdown")
  ExecutorService calls(IngestSettings settings) {
    return Executors.newFixedThreadPool(settings.consumers());
  }

  @Singleton
  FileLifecycle files(DynamoDbClient client, IngestSettings settings, Clock clock) {
    return new DynamoDbFileLifecycle(client, settings.table(), clock);
  }

  @Singleton
  S3Notifications notifications(ObjectMapper json) {
    return new S3Notifications(json);
  }

  @Singleton
  Originals originals(S3Client s3, IngestSettings settings) {
    return new S3Originals(s3, settings.bucket(), settings.maxFileBytes());
  }

  @Singleton
  RejectsStore rejectsStore(S3Client s3, IngestSettings settings) {
    return new S3RejectsStore(s3, settings.bucket(), REJECTS_TYPE, REJECTS_SUFFIX);
  }

  @Singleton
  ChangeLists changeLists(S3Client s3, IngestSettings settings) {
    return new ChangeLists(s3, settings.bucket());
  }

  @Singleton
  StockLedger stockLedger(
      DynamoDbClient client,
      IngestSettings settings,
      FileLifecycle files,
      Originals originals,
      @Named(WRITERS) ExecutorService writers,
      Clock clock) {
    LevelStore levels = new DynamoDbLevelStore(client, settings.table(), clock);
    OriginalRows rows = new OriginalRows(id -> files.find(id).upload(), originals);
    Retries retries = new Retries(clock, new Random(), Wiring::sleep);
    return new LevelFirstLedger(levels, rows::sums, writers, settings.writers(), retries);
  }

  @Singleton
  @Bean(preDestroy = "close")
  @Requires(property = StreamFollower.ENABLED, value = "true")
  TableStream tableStream(DynamoDbClient client, IngestSettings settings) {
    return new TableStream(client, settings.table());
  }

  @Singleton
  @Requires(property = StreamFollower.ENABLED, value = "true")
  StreamPoller streamPoller(
      DynamoDbClient client,
      TableStream stream,
      IngestSettings settings,
      @Named(CALLS) ExecutorService calls,
      Clock clock) {
    String table = settings.table();
    // A store on a laptop may keep the records of its stream for ever.
    CounterStore counters = new DynamoDbCounters(client, table, clock, Optional.empty());
    return new StreamPoller(client, stream, table, new Projection(counters, calls));
  }

  private static void sleep(Duration duration) {
    try {
      TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before a retry", e);
    }
  }

  @Singleton
  EventReader eventReader(ObjectMapper json, IngestSettings settings) {
    return new EventReader(json, settings.eventsWarehouse());
  }

  @Singleton
  EventRejects eventRejects(
      S3Client s3, DynamoDbClient client, IngestSettings settings, ObjectMapper json, Clock clock) {
    EventRejects all = new S3EventRejects(s3, settings.bucket(), json);
    return new DynamoDbFactRejects(client, settings.table(), clock, all);
  }

  @Singleton
  EventIngestion eventIngestion(
      DynamoDbClient client,
      IngestSettings settings,
      Originals originals,
      @Named(EVENT_WRITERS) ExecutorService writers,
      Clock clock,
      ItemChangePublisher itemChanges,
      EventRejects rejects,
      FileLifecycle files,
      FileEvents fileEvents) {
    StockLedger ledger = stockLedger(client, settings, files, originals, writers, clock);
    return new EventIngestion(ledger, itemChanges, rejects, files, fileEvents);
  }

  @Singleton
  FileIngestion fileIngestion(
      FileLifecycle files,
      Originals originals,
      StockLedger ledger,
      RejectsStore rejects,
      ItemChangePublisher itemChanges,
      ValidationQueue validationQueue,
      FileEvents fileEvents,
      @Named(CALLS) ExecutorService calls,
      IngestSettings settings) {
    // All consumers may be merging large files at once.
    long budget = Merge.budget(settings.mergePercent(), settings.consumers());
    return new FileIngestion(
        files, originals, ledger, rejects, itemChanges, validationQueue, fileEvents, calls, budget);
  }
}
