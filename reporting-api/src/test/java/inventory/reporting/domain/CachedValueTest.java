package inventory.reporting.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CachedValueTest {

  private static final long KEPT = 100;

  private long now;
  private long cost;
  private int reads;

  private final CachedValue<Integer> remembered = new CachedValue<>(this::read, () -> now);

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final AtomicInteger values = new AtomicInteger();
  // The second read waits for this latch.
  private final CachedValue<Integer> slow =
      new CachedValue<>(this::readSlowly, () -> now, Duration.ofNanos(KEPT));

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
    CachedValue<Integer> lasting = new CachedValue<>(this::read, () -> now, Duration.ofNanos(100));
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
    CompletableFuture<Integer> reader = readAgain(99);

    assertThat(slow.get()).isEqualTo(1);
    mayEnd.countDown();
    assertThat(reader.get(10, TimeUnit.SECONDS)).isEqualTo(2);
  }

  @Test
  void whoAsksWhileAnotherReadsWaitsIfTheValueBeforeIsLongPastItsTime() throws Exception {
    CompletableFuture<Integer> reader = readAgain(100);

    CompletableFuture<Integer> found = new CompletableFuture<>();
    Thread other = new Thread(() -> found.complete(slow.get()));
    other.start();
    await().until(() -> other.getState() == Thread.State.WAITING || found.isDone());
    mayEnd.countDown();
    assertThat(reader.get(10, TimeUnit.SECONDS)).isEqualTo(2);
    assertThat(found.get(10, TimeUnit.SECONDS)).isEqualTo(2);
  }

  /** Starts the second read, this many nanoseconds after the first. */
  private CompletableFuture<Integer> readAgain(long late) {
    assertThat(slow.get()).isEqualTo(1);
    now += KEPT + late;
    CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(slow::get);
    awaitOrFail(begun);
    return reader;
  }

  private int readSlowly() {
    int value = values.incrementAndGet();
    if (value == 2) {
      begun.countDown();
      awaitOrFail(mayEnd);
    }
    return value;
  }

  private static void awaitOrFail(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
