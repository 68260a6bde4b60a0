package inventory.stack.aws;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Clients of one environment, for as long as this is open. The HTTP client is the one that the
 * class path has.
 */
public final class AwsClients implements AutoCloseable {

  private final S3Client s3;
  private final SqsClient sqs;
  private final DynamoDbClient dynamoDb;
  private final Optional<KinesisClient> kinesis;

  private AwsClients(
      S3Client s3, SqsClient sqs, DynamoDbClient dynamoDb, Optional<KinesisClient> kinesis) {
    this.s3 = s3;
    this.sqs = sqs;
    this.dynamoDb = dynamoDb;
    this.kinesis = kinesis;
  }

  /**
   * Makes the clients.
   *
   * @param environment variables by the names that every AWS SDK knows; what is missing is looked
   *     up as the SDK does by default
   */
  public static AwsClients of(Map<String, String> environment) {
    boolean ownEndpoint = AwsVariables.endpoint(environment, AwsVariables.S3).isPresent();
    return new AwsClients(
        // Stores other than AWS seldom have a host name for each bucket.
        configure(S3Client.builder().forcePathStyle(ownEndpoint), environment, AwsVariables.S3)
            .build(),
        configure(SqsClient.builder(), environment, AwsVariables.SQS).build(),
        configure(DynamoDbClient.builder(), environment, AwsVariables.DYNAMODB).build(),
        kinesis(environment));
  }

  /** None where the queues are not AWS's and Kinesis would be: an account must not be reached. */
  private static Optional<KinesisClient> kinesis(Map<String, String> environment) {
    boolean isElsewhere = AwsVariables.endpoint(environment, AwsVariables.SQS).isPresent();
    if (isElsewhere && AwsVariables.endpoint(environment, AwsVariables.KINESIS).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        configure(KinesisClient.builder(), environment, AwsVariables.KINESIS).build());
  }

  private static <B extends AwsClientBuilder<B, ?>> B configure(
      B builder, Map<String, String> environment, String service) {
    AwsVariables.endpoint(environment, service)
        .map(URI::create)
        .ifPresent(builder::endpointOverride);
    Optional.ofNullable(environment.get(AwsVariables.REGION))
        .map(Region::of)
        .ifPresent(builder::region);
    credentials(environment)
        .ifPresent(keys -> builder.credentialsProvider(StaticCredentialsProvider.create(keys)));
    return builder;
  }

  private static Optional<AwsCredentials> credentials(Map<String, String> environment) {
    String id = environment.get(AwsVariables.ACCESS_KEY_ID);
    String secret = environment.get(AwsVariables.SECRET_ACCESS_KEY);
    if (id == null || secret == null) {
      return Optional.empty();
    }
    String token = environment.get(AwsVariables.SESSION_TOKEN);
    return Optional.of(
        token == null
            ? AwsBasicCredentials.create(id, secret)
            : AwsSessionCredentials.create(id, secret, token));
  }

  /** The object store. */
  public S3Client s3() {
    return s3;
  }

  /** The queues. */
  public SqsClient sqs() {
    return sqs;
  }

  /** The table store. */
  public DynamoDbClient dynamoDb() {
    return dynamoDb;
  }

  /** The streams; empty where the environment has no Kinesis. */
  public Optional<KinesisClient> kinesis() {
    return kinesis;
  }

  @Override
  public void close() {
    s3.close();
    sqs.close();
    dynamoDb.close();
    kinesis.ifPresent(KinesisClient::close);
  }
}
