package inventory.pipe.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import inventory.pipe.domain.CheckpointStore.Progress;
import inventory.pipe.domain.CheckpointStore.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PipeTest {

  private final FakeSource source = new FakeSource();
  private final FakeTarget target = new FakeTarget();
  private final MemoryStore store = new MemoryStore();
  private final StopSignal stop = new StopSignal();
  private CompletableFuture<Void> run = CompletableFuture.completedFuture(null);

  @AfterEach
  void end() {
    stop.give();
    run.exceptionally(failure -> null).join();
  }

  @Test
  void aShardThatWasSplitIsDeliveredBeforeItsParts() {
    source.add(open("right", "split"), Records.of("right", 5, "b", ""));
    source.add(open("left", "split"), Records.of("left", 4, "a", ""));
    source.add(
        closed("split"),
        Records.of("split", 1, "a", ""),
        Records.of("split", 2, "b", ""),
        Records.of("split", 3, "a", ""));
    start();
    await().until(() -> target.arrived().size() == 5);
    assertThat(target.arrived().subList(0, 3)).containsExactly("1", "2", "3");
    assertThat(target.arrived().subList(3, 5)).containsExactlyInAnyOrder("4", "5");
  }

  @Test
  void aShardThatWasMergedWaitsForBothOfItsParents() {
    source.add(open("merged", "one", "other"), Records.of("merged", 3, "a", ""));
    source.add(closed("one"), Records.of("one", 1, "a", ""));
    source.add(closed("other"), Records.of("other", 2, "b", ""));
    start();
    await().until(() -> target.arrived().size() == 3);
    assertThat(target.arrived().get(2)).isEqualTo("3");
  }

  @Test
  void aShardWhoseParentIsGoneIsDelivered() {
    source.add(open("child", "gone"), Records.of("child", 1, "a", ""));
    start();
    await().until(() -> target.arrived().size() == 1);
  }

  @Test
  void itGoesOnAfterTheCheckpoint() {
    source.add(open("s"), Records.of("s", 1, "a", ""), Records.of("s", 2, "a", ""));
    store.save(new State(Records.STREAM, Map.of("s", new Progress(Optional.of("1"), false))));
    start();
    await().until(() -> target.arrived().equals(List.of("2")));
    assertThat(source.opened()).containsExactly("s@1");
  }

  @Test
  void aCheckpointThatTheShardDoesNotKnowIsPassedOver() {
    source.add(open("s"), Records.of("s", 1, "a", ""), Records.of("s", 2, "a", ""));
    store.save(new State(Records.STREAM, Map.of("s", new Progress(Optional.of("7"), false))));
    start();
    await().until(() -> target.arrived().equals(List.of("1", "2")));
  }

  @Test
  void aCheckpointOfAnotherStreamOfTheNameIsPassedOver() {
    source.add(open("s"), Records.of("s", 1, "a", ""));
    StreamId earlier = new StreamId(Records.STREAM.arn(), Instant.EPOCH);
    store.save(new State(earlier, Map.of("s", new Progress(Optional.of("1"), false))));
    start();
    await().until(() -> target.arrived().equals(List.of("1")));
  }

  @Test
  void aFinishedShardThatIsOpenAgainIsDelivered() {
    source.add(open("s"), Records.of("s", 1, "a", ""), Records.of("s", 2, "a", ""));
    store.save(new State(Records.STREAM, Map.of("s", new Progress(Optional.of("1"), true))));
    start();
    await().until(() -> target.arrived().equals(List.of("2")));
  }

  @Test
  void aShardIsFinishedOnce() {
    source.add(closed("s"), Records.of("s", 1, "a", ""));
    start();
    await().until(() -> store.progress("s").equals(new Progress(Optional.of("1"), true)));
    stop.give();
    run.join();
    assertThat(target.arrived()).containsExactly("1");
  }

  @Test
  void aShardWithoutRecordsIsAskedLessOftenUntilSomeCome() {
    Pipe.Pace pace =
        new Pipe.Pace(Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(1));
    assertThat(pace.poll(0)).isEqualTo(Duration.ofMillis(200));
    assertThat(pace.poll(10)).isEqualTo(Duration.ofMillis(200));
    assertThat(pace.poll(11)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void whileTheStreamThrottlesItIsAskedAgain() {
    source.add(open("s"), Records.of("s", 1, "a", ""));
    source.fail(4);
    start();
    await().until(() -> target.arrived().equals(List.of("1")));
  }

  @Test
  void theCheckpointStaysBehindWhatIsNotSent() {
    source.add(open("s"), Records.of("s", 1, "a", ""), Records.of("s", 2, "a", ""));
    target.answer(
        message ->
            message.record().sequenceNumber().equals("1")
                ? EventTarget.Outcome.SENT
                : new EventTarget.Outcome(EventTarget.Outcome.Kind.FAILED, "busy"));
    start();
    await().until(() -> target.batches().size() > 3);
    stop.give();
    run.join();
    assertThat(store.progress("s")).isEqualTo(Progress.NONE);
  }

  @Test
  void aCheckpointThatCannotBeKeptEndsIt() {
    source.add(open("s"), Records.of("s", 1, "a", ""));
    store.breakDown();
    start();
    assertThatThrownBy(run::join)
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("s cannot be delivered")
        .hasRootCauseMessage("the disk is full");
  }

  private static Shard open(String id, String... parents) {
    return new Shard(id, Set.of(parents), false);
  }

  private static Shard closed(String id) {
    return new Shard(id, Set.of(), true);
  }

  private void start() {
    Retries retries =
        new Retries(new Backoff(Duration.ofMillis(1), Duration.ofMillis(4), new Random(1)), stop);
    Delivery delivery =
        new Delivery(
            new MessageForm(Records.STREAM),
            target,
            notice -> {
              throw new IllegalStateException(notice);
            },
            new UndeliveredNotice(Records.STREAM, InstantSource.system()),
            retries);
    Pipe pipe =
        new Pipe(
            source,
            delivery,
            Checkpoint.of(store, Records.STREAM),
            retries,
            stop,
            new Pipe.Pace(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(5)));
    run = CompletableFuture.runAsync(() -> run(pipe), task -> new Thread(task, "pipe").start());
  }

  private static void run(Pipe pipe) {
    try {
      pipe.run();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Keeps it as long as the test lasts. */
  private static final class MemoryStore implements CheckpointStore {

    private Optional<State> kept = Optional.empty();
    private boolean broken;

    synchronized void breakDown() {
      broken = true;
    }

    synchronized Progress progress(String shardId) {
      return kept.map(state -> state.shards().get(shardId)).orElse(Progress.NONE);
    }

    @Override
    public synchronized Optional<State> load() {
      return kept;
    }

    @Override
    public synchronized void save(State state) {
      if (broken) {
        throw new IllegalStateException("the disk is full");
      }
      kept = Optional.of(state);
    }
  }
}
