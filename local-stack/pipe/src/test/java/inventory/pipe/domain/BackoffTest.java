package inventory.pipe.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private final Backoff backoff =
      new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10), new Random(1));

  @Test
  void theFirstWaitIsBetweenHalfAndAllOfTheFirstBound() {
    assertThat(IntStream.range(0, 200).mapToLong(i -> backoff.after(1).toMillis()).boxed())
        .allMatch(wait -> wait >= 50 && wait <= 100)
        .hasSizeGreaterThan(1)
        .contains(50L, 100L);
  }

  @Test
  void itGrowsToTheLongestBoundAndStaysThere() {
    assertThat(backoff.after(4).toMillis()).isBetween(400L, 800L);
    assertThat(backoff.after(8).toMillis()).isBetween(5_000L, 10_000L);
    assertThat(backoff.after(1_000_000).toMillis()).isBetween(5_000L, 10_000L);
  }
}
