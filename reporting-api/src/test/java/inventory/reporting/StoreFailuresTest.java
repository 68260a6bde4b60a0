package inventory.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

class StoreFailuresTest {

  static Stream<SdkException> passing() {
    return Stream.of(
        answer(400, "ThrottlingException"),
        answer(400, "ProvisionedThroughputExceededException"),
        answer(400, "RequestLimitExceeded"),
        answer(429, "Other"),
        answer(500, "InternalServerError"),
        answer(503, "ServiceUnavailable"),
        ApiCallTimeoutException.create(10_000),
        ApiCallAttemptTimeoutException.create(3_000),
        SdkClientException.create("unable to connect", new ConnectException("refused")));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void loadTimeoutsAndLostConnectionsPass(SdkException failure) {
    assertThat(StoreFailures.passes(failure)).isTrue();
  }

  static Stream<SdkException> lasting() {
    return Stream.of(
        answer(400, "ValidationException"),
        answer(400, "AccessDeniedException"),
        answer(400, "ConditionalCheckFailedException"),
        NoSuchKeyException.builder().statusCode(404).build(),
        SdkClientException.create("no credentials"),
        SdkClientException.create("a bug", new IllegalStateException("a bug")));
  }

  @ParameterizedTest
  @MethodSource("lasting")
  void refusalsAndMistakesDoNotPass(SdkException failure) {
    assertThat(StoreFailures.passes(failure)).isFalse();
  }

  private static SdkException answer(int status, String code) {
    return DynamoDbException.builder()
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
        .build();
  }
}
