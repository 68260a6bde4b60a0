package inventory.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Backoff BACKOFF =
      new Backoff(30, Duration.ofMillis(10), Duration.ofSeconds(1));

  @Test
  void theLongestWaitDoublesUpToTheBound() {
    assertThat(IntStream.of(1, 2, 3, 7, 8, 29, 1_000).mapToObj(BACKOFF::limit))
        .extracting(Duration::toMillis)
        .containsExactly(10L, 20L, 40L, 640L, 1_000L, 1_000L, 1_000L);
  }

  @Test
  void everyWaitIsARandomPartOfTheLongest() {
    assertThat(IntStream.range(0, 1_000).mapToObj(i -> BACKOFF.delay(2)))
        .allMatch(wait -> !wait.isNegative() && wait.compareTo(Duration.ofMillis(20)) <= 0)
        .anyMatch(wait -> wait.toMillis() < 5)
        .anyMatch(wait -> wait.toMillis() > 15);
  }

  @Test
  void theLastAttemptHasNoWait() {
    Exception cause = new IllegalArgumentException("busy");

    assertThat(BACKOFF.isExhausted(29)).isFalse();
    assertThatThrownBy(() -> BACKOFF.await(30, "the write", cause))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the write failed in 30 attempts")
        .hasCause(cause);
    assertThatThrownBy(() -> Backoff.NONE.await(1, "the write"))
        .hasMessage("the write failed in 1 attempts");
  }

  @Test
  void anInterruptEndsTheWait() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> BACKOFF.await(1, "the write"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("interrupted before a retry: the write");
    assertThat(Thread.interrupted()).isTrue();
  }
}
