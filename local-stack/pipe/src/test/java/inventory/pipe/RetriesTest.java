package inventory.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class RetriesTest {

  @Test
  void aCallIsRepeatedUntilItSucceeds() throws InterruptedException {
    AtomicInteger calls = new AtomicInteger();
    int result =
        Records.RETRIES.call(
            () -> {
              if (calls.incrementAndGet() < 5) {
                throw SdkClientException.create("throttled");
              }
              return calls.get();
            });
    assertThat(result).isEqualTo(5);
  }
}
