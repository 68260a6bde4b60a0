package inventory.reporting;

import inventory.reporting.domain.AlertRecords;
import inventory.reporting.domain.FileRecords;
import inventory.reporting.domain.InboxFiles;
import inventory.reporting.domain.MovementHistory;
import inventory.reporting.domain.MovementLog;
import inventory.reporting.domain.OpenAlerts;
import inventory.reporting.domain.StockReports;
import inventory.reporting.domain.ThresholdRecords;
import inventory.reporting.domain.ValidationRuns;
import inventory.reporting.dynamodb.DynamoAlerts;
import inventory.reporting.dynamodb.DynamoFileRecords;
import inventory.reporting.dynamodb.DynamoMovementLog;
import inventory.reporting.dynamodb.DynamoStockReports;
import inventory.reporting.dynamodb.DynamoThresholds;
import inventory.reporting.dynamodb.DynamoValidationRuns;
import inventory.reporting.dynamodb.TableHealth;
import inventory.reporting.s3.S3InboxFiles;
import io.micronaut.context.annotation.Factory;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Puts the parts together. */
@Factory
final class Wiring {

  @Singleton
  StockReports stockReports(DynamoDbClient dynamo, Settings settings) {
    return new DynamoStockReports(dynamo, settings.table());
  }

  @Singleton
  MovementLog movementLog(DynamoDbClient dynamo, Settings settings) {
    return new DynamoMovementLog(dynamo, settings.table());
  }

  @Singleton
  FileRecords fileRecords(DynamoDbClient dynamo, Settings settings) {
    return new DynamoFileRecords(dynamo, settings.table());
  }

  @Singleton
  InboxFiles inboxFiles(S3Client s3, Settings settings) {
    return new S3InboxFiles(s3, settings.bucket());
  }

  @Singleton
  ValidationRuns validationRuns(DynamoDbClient dynamo, Settings settings) {
    return new DynamoValidationRuns(dynamo, settings.table());
  }

  @Singleton
  ThresholdRecords thresholdRecords(DynamoDbClient dynamo, Settings settings) {
    return new DynamoThresholds(dynamo, settings.table(), settings.restockIfBelow());
  }

  @Singleton
  AlertRecords alertRecords(DynamoDbClient dynamo, Settings settings) {
    return new DynamoAlerts(dynamo, settings.table());
  }

  @Singleton
  OpenAlerts openAlerts(AlertRecords alerts, StockReports stock, ThresholdRecords thresholds) {
    return new OpenAlerts(alerts, stock, thresholds);
  }

  @Singleton
  MovementHistory movementHistory(StockReports stock, MovementLog log, FileRecords files) {
    return new MovementHistory(stock, log, files);
  }

  @Singleton
  @Readiness
  TableHealth tableHealth(
      DynamoDbClient dynamo, Settings settings, @Named(TaskExecutors.IO) ExecutorService executor) {
    return new TableHealth(dynamo, settings.table(), executor);
  }

  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }
}
