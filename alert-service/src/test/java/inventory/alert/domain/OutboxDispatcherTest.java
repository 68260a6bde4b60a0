package inventory.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.alert.notification.Notification;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutboxDispatcherTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final World world = new World();

  @Test
  void aRejectedNotificationIsSentByALaterSweep() {
    leaveUnsent("one");
    world.pass(LONG);

    world.sweep();

    assertThat(world.reported()).containsExactly("Berlin one low");
    assertThat(world.store.isAllSent()).isTrue();
  }

  @Test
  void recentEntriesAreLeftToTheirWriter() {
    leaveUnsent("one");
    world.pass(Duration.ofSeconds(5));

    world.sweep();

    assertThat(world.notifications).isEmpty();
    assertThat(world.store.isAllSent()).isFalse();
  }

  @Test
  void aSweepTriesEachBatchOnceAndReportsAFailure() {
    leaveUnsent("one");
    leaveUnsent("two");
    leaveUnsent("three");
    world.pass(LONG);
    world.refusals = 2;

    assertThatThrownBy(world::sweep)
        .hasMessage("mail server is away")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    assertThat(world.notifications).hasSize(1);

    world.sweep();
    assertThat(world.reported())
        .containsExactlyInAnyOrder("Berlin one low", "Berlin two low", "Berlin three low");
  }

  @Test
  void aBatchThatAnotherProcessClaimedIsSkipped() {
    leaveUnsent("one");
    world.pass(LONG);
    world.store.claim("one", "other", world.now(), world.now().plusSeconds(30));

    world.sweep();
    assertThat(world.notifications).isEmpty();

    world.pass(Duration.ofSeconds(31));
    world.sweep();
    assertThat(world.notifications).hasSize(1);
  }

  @Test
  void theFullListIsSentAndThenDeletedFromLocalDisk() {
    IntStream.range(0, 300).forEach(i -> world.level("Berlin", "item" + i, 1));

    world.check("batch", allItems());

    assertThat(world.notifications).hasSize(1);
    assertThat(world.notifications.get(0).list()).map(Notification.FullList::rows).contains(300);
    assertThat(world.lists).hasSize(1).noneMatch(Files::exists);
  }

  @Test
  void theFullListIsDeletedFromLocalDiskEvenIfItCouldNotBeSent() {
    IntStream.range(0, 300).forEach(i -> world.level("Berlin", "item" + i, 1));
    world.refusals = 3;

    assertThatThrownBy(() -> world.check("batch", allItems())).hasMessage("mail server is away");

    assertThat(world.lists).hasSize(3).noneMatch(Files::exists);
    assertThat(world.store.unsent("batch")).hasSize(300);
  }

  private static Hint[] allItems() {
    return IntStream.range(0, 300)
        .mapToObj(i -> new Hint("item" + i, Optional.empty()))
        .toArray(Hint[]::new);
  }

  private void leaveUnsent(String item) {
    world.level("Berlin", item, 1);
    world.refusals = 3;
    assertThatThrownBy(() -> world.check(item, new Hint(item, Optional.empty())))
        .hasMessage("mail server is away");
  }
}
