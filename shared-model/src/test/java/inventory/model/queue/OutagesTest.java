package inventory.model.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.model.Backoff;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Which failures are retried in place, and for how long. */
class OutagesTest {

  private static final Backoff PAUSES =
      new Backoff(Integer.MAX_VALUE, Duration.ofMillis(1), Duration.ofMillis(1));
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Outages outages = new Outages(PAUSES, LONG);
  private int runs;

  @Test
  void workIsRepeatedUntilAwsIsAvailableAgain() {
    RuntimeException network = SdkClientException.create("connection refused");
    RuntimeException wrapped = new IllegalStateException("could not be written", network);

    outages.retry(failing(network, wrapped, network));

    assertThat(runs).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "503, ServiceUnavailable, 2",
    "500,, 2",
    "400, ProvisionedThroughputExceededException, 2",
    "400, ResourceNotFoundException, 2",
    "400, AccessDeniedException, 2",
    "400, AWS.SimpleQueueService.NonExistentQueue, 2",
    "400, ValidationException, 1",
    "400,, 1",
    "403, AccessDenied, 1",
    "404, NoSuchKey, 1",
  })
  void anAnswerOfAwsIsAnOutageIfItConcernsEveryMessage(int status, String code, int expected) {
    RuntimeException failure = answer(status, code);
    try {
      outages.retry(failing(failure));
    } catch (AwsServiceException e) {
      assertThat(e).isSameAs(failure);
    }
    assertThat(runs).isEqualTo(expected);
  }

  @Test
  void aFailureOfTheMessageItselfIsThrownAtOnce() {
    RuntimeException failure = new IllegalArgumentException("not a record");

    assertThatThrownBy(() -> outages.retry(failing(failure))).isSameAs(failure);
    assertThat(runs).isEqualTo(1);
  }

  @Test
  void theMessageIsReturnedToTheQueueAfterTheLongestTimeAndWhenTheServiceEnds() {
    RuntimeException failure = SdkClientException.create("connection refused");
    Outages impatient = new Outages(PAUSES, Duration.ZERO);
    assertThatThrownBy(() -> impatient.retry(failing(failure))).isSameAs(failure);

    outages.end();
    assertThatThrownBy(() -> outages.retry(failing(failure))).isSameAs(failure);
    assertThat(runs).isEqualTo(2);
  }

  private static RuntimeException answer(int status, String code) {
    AwsErrorDetails details =
        code == null ? null : AwsErrorDetails.builder().errorCode(code).build();
    return AwsServiceException.builder()
        .statusCode(status)
        .awsErrorDetails(details)
        .message("injected")
        .build();
  }

  /** Work that fails once for each failure, then succeeds. */
  private Runnable failing(RuntimeException... failures) {
    Queue<RuntimeException> left = new ArrayDeque<>(List.of(failures));
    return () -> {
      runs++;
      if (!left.isEmpty()) {
        throw left.poll();
      }
    };
  }
}
