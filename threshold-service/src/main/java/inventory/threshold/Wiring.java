package inventory.threshold;

import inventory.model.changes.ChangeLists;
import inventory.model.changes.ItemChangePublisher;
import inventory.model.inbox.FileEvents;
import inventory.model.inbox.FileLifecycle;
import inventory.model.inbox.Originals;
import inventory.model.inbox.RejectsStore;
import inventory.model.inbox.S3Notifications;
import inventory.model.inbox.dynamodb.DynamoDbFileLifecycle;
import inventory.model.inbox.s3.S3Originals;
import inventory.model.inbox.s3.S3RejectsStore;
import inventory.model.recipients.RecipientDocuments;
import inventory.model.recipients.dynamodb.DynamoDbRecipientDocuments;
import inventory.threshold.domain.ThresholdImport;
import inventory.threshold.domain.Thresholds;
import inventory.threshold.dynamodb.DynamoDbThresholds;
import inventory.threshold.recipients.RecipientsImport;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Ties the use case to its adapters. */
@Factory
final class Wiring {

  private static final String WRITERS = "writers";
  private static final String REJECTS_TYPE = "application/json";
  private static final String REJECTS_SUFFIX = ".json";

  @Singleton
  @Named(WRITERS)
  @Bean(preDestroy = "shutdown")
  ExecutorService writers(ThresholdSettings settings) {
    return Executors.newFixedThreadPool(settings.writers());
  }

  @Singleton
  FileLifecycle files(DynamoDbClient client, ThresholdSettings settings) {
    return new DynamoDbFileLifecycle(client, settings.table(), Clock.systemUTC());
  }

  @Singleton
  S3Notifications notifications(ObjectMapper json) {
    return new S3Notifications(json);
  }

  @Singleton
  Originals originals(S3Client s3, ThresholdSettings settings) {
    return new S3Originals(s3, settings.bucket(), settings.maxThresholdBytes());
  }

  @Singleton
  RejectsStore rejectsStore(S3Client s3, ThresholdSettings settings) {
    return new S3RejectsStore(s3, settings.bucket(), REJECTS_TYPE, REJECTS_SUFFIX);
  }

  @Singleton
  ChangeLists changeLists(S3Client s3, ThresholdSettings settings) {
    return new ChangeLists(s3, settings.bucket());
  }

  @Singleton
  Thresholds thresholds(
      DynamoDbClient client, ThresholdSettings settings, @Named(WRITERS) ExecutorService writers) {
    return new DynamoDbThresholds(client, settings.table(), writers);
  }

  @Singleton
  ThresholdImport thresholdImport(
      FileLifecycle files,
      Originals originals,
      Thresholds thresholds,
      RejectsStore rejects,
      ItemChangePublisher itemChanges,
      FileEvents fileEvents,
      @Named(WRITERS) ExecutorService writers) {
    return new ThresholdImport(
        files, originals, thresholds, rejects, itemChanges, fileEvents, writers);
  }

  @Singleton
  RecipientDocuments recipientDocuments(DynamoDbClient client, ThresholdSettings settings) {
    return new DynamoDbRecipientDocuments(client, settings.table());
  }

  @Singleton
  RecipientsImport recipientsImport(
      FileLifecycle files,
      Originals originals,
      RecipientDocuments documents,
      RejectsStore rejects,
      FileEvents fileEvents,
      @Named(WRITERS) ExecutorService writers) {
    return new RecipientsImport(files, originals, documents, rejects, fileEvents, writers);
  }
}
