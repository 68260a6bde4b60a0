package inventory.ingest.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.ingest.domain.FileLifecycleContract;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.inbox.FileLifecycle;
import inventory.model.inbox.FileState;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.dynamodb.DynamoDbFileLifecycle;
import inventory.model.table.FileItem;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

class DynamoDbFileLifecycleIT extends FileLifecycleContract {

  private static final Resources RESOURCES = EmbeddedAws.newResources();

  private final DynamoDbFileLifecycle files =
      new DynamoDbFileLifecycle(RESOURCES.dynamoDb(), RESOURCES.table(), Clock.systemUTC());

  @AfterAll
  static void close() {
    RESOURCES.close();
  }

  @Override
  protected FileLifecycle files() {
    return files;
  }

  @Test
  void theNumberOfRejectsOnlyGrows() {
    FileState file = files.register(upload("rejects.jsonl", "v1"), FileKind.EVENTS);
    files.finish(
        file,
        new Outcome(
            FileStatus.REJECTED, FileKind.EVENTS, 0, 2, "why", Optional.empty(), List.of()));

    files.raiseRejected(file.upload(), 3);
    files.raiseRejected(file.upload(), 1);

    assertThat(record(file).rowsRejected()).isEqualTo(3);
  }

  @Test
  void aFileTakesElevenWriteUnitsByTheStoresOwnCount() {
    Meter meter = new Meter();
    try (DynamoDbClient client = meter.client()) {
      FileLifecycle metered =
          new DynamoDbFileLifecycle(client, RESOURCES.table(), Clock.systemUTC());

      FileState file = metered.register(upload("units.csv", "v1"), FileKind.UNKNOWN);
      assertThat(meter.units).isEqualTo(2);
      metered.claim(file, "sha-units", 1, Optional.empty());
      assertThat(meter.units).isEqualTo(9);
      Outcome applied = Outcome.unapplied(FileStatus.APPLIED, FileKind.TRANSACTIONS, "");
      assertThat(metered.finish(file, applied).status()).isEqualTo(FileStatus.APPLIED);
      assertThat(meter.units).isEqualTo(11);
    }
  }

  /** Adds up the units of all writes. */
  private static final class Meter implements ExecutionInterceptor {

    private double units;

    private DynamoDbClient client() {
      Map<String, Object> aws = RESOURCES.properties();
      return DynamoDbClient.builder()
          .endpointOverride(
              URI.create(aws.get("aws.services.dynamodb.endpoint-override").toString()))
          .region(Region.of(aws.get("aws.region").toString()))
          .credentialsProvider(
              StaticCredentialsProvider.create(
                  AwsBasicCredentials.create(
                      aws.get("aws.access-key-id").toString(),
                      aws.get("aws.secret-key").toString())))
          .overrideConfiguration(settings -> settings.addExecutionInterceptor(this))
          .build();
    }

    @Override
    public SdkRequest modifyRequest(
        Context.ModifyRequest context, ExecutionAttributes executionAttributes) {
      SdkRequest request = context.request();
      if (request instanceof PutItemRequest put) {
        return put.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build();
      }
      if (request instanceof UpdateItemRequest update) {
        return update.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build();
      }
      if (request instanceof TransactWriteItemsRequest transaction) {
        return transaction.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build();
      }
      return request;
    }

    @Override
    public void afterExecution(
        Context.AfterExecution context, ExecutionAttributes executionAttributes) {
      SdkResponse response = context.response();
      if (response instanceof PutItemResponse put) {
        units += put.consumedCapacity().capacityUnits();
      } else if (response instanceof UpdateItemResponse update) {
        units += update.consumedCapacity().capacityUnits();
      } else if (response instanceof TransactWriteItemsResponse transaction) {
        transaction.consumedCapacity().forEach(used -> units += used.capacityUnits());
      }
    }
  }

  private static FileItem record(FileState file) {
    return FileItem.of(
        RESOURCES
            .dynamoDb()
            .getItem(
                request ->
                    request
                        .tableName(RESOURCES.table())
                        .consistentRead(true)
                        .key(FileItem.key(file.fileId())))
            .item());
  }
}
