package inventory.stack.aws;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Clients of one environment, with the HTTP client that the class path has.
 *
 * @param kinesis empty where the environment has no Kinesis
 */
public record AwsClients(
    S3Client s3, SqsClient sqs, DynamoDbClient dynamoDb, Optional<KinesisClient> kinesis)
    implements AutoCloseable {

  /**
   * Creates the clients.
   *
   * @param environment variables by the names that every AWS SDK knows; the SDK's defaults apply to
   *     the missing ones
   */
  public static AwsClients of(Map<String, String> environment) {
    boolean ownEndpoint = AwsVariables.endpoint(environment, AwsVariables.S3).isPresent();
    boolean isElsewhere = AwsVariables.endpoint(environment, AwsVariables.SQS).isPresent();
    boolean noKinesis = AwsVariables.endpoint(environment, AwsVariables.KINESIS).isEmpty();
    return new AwsClients(
        // Stores other than AWS seldom have a host name for each bucket.
        configure(S3Client.builder().forcePathStyle(ownEndpoint), environment, AwsVariables.S3)
            .build(),
        configure(SqsClient.builder(), environment, AwsVariables.SQS).build(),
        configure(DynamoDbClient.builder(), environment, AwsVariables.DYNAMODB).build(),
        // If only Kinesis were AWS's own, a program would reach an account by accident.
        isElsewhere && noKinesis
            ? Optional.empty()
            : Optional.of(
                configure(KinesisClient.builder(), environment, AwsVariables.KINESIS).build()));
  }

  private static <B extends AwsClientBuilder<B, ?>> B configure(
      B builder, Map<String, String> environment, String service) {
    AwsVariables.endpoint(environment, service)
        .map(URI::create)
        .ifPresent(builder::endpointOverride);
    Optional.ofNullable(environment.get(AwsVariables.REGION))
        .map(Region::of)
        .ifPresent(builder::region);
    String id = environment.get(AwsVariables.ACCESS_KEY_ID);
    String secret = environment.get(AwsVariables.SECRET_ACCESS_KEY);
    String token = environment.get(AwsVariables.SESSION_TOKEN);
    if (id != null && secret != null) {
      builder.credentialsProvider(
          StaticCredentialsProvider.create(
              token == null
                  ? AwsBasicCredentials.create(id, secret)
                  : AwsSessionCredentials.create(id, secret, token)));
    }
    return builder;
  }

  @Override
  public void close() {
    s3.close();
    sqs.close();
    dynamoDb.close();
    kinesis.ifPresent(KinesisClient::close);
  }
}
