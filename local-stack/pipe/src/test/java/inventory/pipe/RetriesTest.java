package inventory.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class RetriesTest {

  @Test
  void thePauseDoublesUpToTheLimit() {
    Retries retries = new Retries(Duration.ofMillis(100), Duration.ofSeconds(10));
    assertThat(retries.after(1)).isEqualTo(Duration.ofMillis(100));
    assertThat(retries.after(4)).isEqualTo(Duration.ofMillis(800));
    assertThat(retries.after(8)).isEqualTo(Duration.ofSeconds(10));
    assertThat(retries.after(1_000_000)).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void aCallIsRepeatedUntilItSucceeds() throws InterruptedException {
    AtomicInteger calls = new AtomicInteger();
    Retries retries = new Retries(Duration.ofMillis(1), Duration.ofMillis(2));
    int result =
        retries.call(
            () -> {
              if (calls.incrementAndGet() < 5) {
                throw SdkClientException.create("throttled");
              }
              return calls.get();
            });
    assertThat(result).isEqualTo(5);
  }

  @Test
  void anIdleShardIsPolledLessOften() {
    ShardLoop.Pace pace = new ShardLoop.Pace(Duration.ofMillis(200), Duration.ofSeconds(1));
    assertThat(pace.after(0)).isEqualTo(Duration.ofMillis(200));
    assertThat(pace.after(10)).isEqualTo(Duration.ofMillis(200));
    assertThat(pace.after(11)).isEqualTo(Duration.ofSeconds(1));
  }
}
