package inventory.reporting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedTest {

  private long now;
  private long cost;
  private int reads;

  private final Remembered<Integer> remembered = new Remembered<>(this::read, () -> now);

  private int read() {
    now += cost;
    reads++;
    return reads;
  }

  @Test
  void aValueIsKeptForTenTimesWhatReadingItCost() {
    cost = 5;
    assertThat(remembered.get()).isEqualTo(1);

    now += 49;
    assertThat(remembered.get()).isEqualTo(1);
    now += 1;
    assertThat(remembered.get()).isEqualTo(2);
  }

  @Test
  void aValueThatCostsNothingIsReadEachTime() {
    assertThat(remembered.get()).isEqualTo(1);
    assertThat(remembered.get()).isEqualTo(2);
  }

  @Test
  void aValueIsKeptForAsLongAsItsOwnerSaysAtLeast() {
    Remembered<Integer> lasting = new Remembered<>(this::read, () -> now, Duration.ofNanos(100));
    cost = 5;
    assertThat(lasting.get()).isEqualTo(1);

    now += 99;
    assertThat(lasting.get()).isEqualTo(1);
    now += 1;
    assertThat(lasting.get()).isEqualTo(2);
  }

  @Test
  void noValueIsKeptForMoreThanFiveMinutes() {
    cost = TimeUnit.MINUTES.toNanos(2);
    assertThat(remembered.get()).isEqualTo(1);

    now += TimeUnit.MINUTES.toNanos(5);
    assertThat(remembered.get()).isEqualTo(2);
  }

  @Test
  void whoAsksWhileAnotherReadsGetsTheValueBefore() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    AtomicInteger values = new AtomicInteger();
    Remembered<Integer> slow =
        new Remembered<>(
            () -> {
              int value = values.incrementAndGet();
              if (value == 2) {
                begun.countDown();
                awaitOrFail(mayEnd);
              }
              return value;
            },
            () -> 0);
    assertThat(slow.get()).isEqualTo(1);

    CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(slow::get);
    awaitOrFail(begun);

    assertThat(slow.get()).isEqualTo(1);
    mayEnd.countDown();
    assertThat(reader.get(10, TimeUnit.SECONDS)).isEqualTo(2);
  }

  private static void awaitOrFail(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
