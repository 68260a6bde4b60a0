package inventory.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.alert.notification.Audience;
import inventory.alert.notification.FileReport;
import inventory.alert.notification.Notification;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileCheckTest {

  private final World world = new World();

  @Test
  void aFileIsReportedOnceDespiteRedeliveries() {
    finish("f", FileStatus.REJECTED);

    assertThat(check("f")).isTrue();
    world.dispatch();
    assertThat(check("f")).isTrue();
    world.dispatch();

    assertThat(world.notifications)
        .extracting(Notification::subject)
        .containsExactly("File REJECTED: f.csv");
    assertThat(world.notifications.get(0).audience()).isEqualTo(Audience.OPERATIONS);
  }

  @ParameterizedTest
  @CsvSource({
    "ALL, APPLIED, true",
    "ALL, REJECTED, true",
    "PROBLEMS, APPLIED, false",
    "PROBLEMS, PARTIAL, true",
    "PROBLEMS, REJECTED, true",
    "PROBLEMS, DUPLICATE, true",
    "PROBLEMS, HELD, true",
    "NONE, REJECTED, false",
    "NONE, APPLIED, false"
  })
  void thePolicySelectsTheFiles(FilePolicy policy, FileStatus status, boolean isTold) {
    finish("f", status);

    assertThat(world.fileCheck(policy).check("f")).isEqualTo(isTold);
    world.dispatch();

    assertThat(world.notifications).hasSize(isTold ? 1 : 0);
    assertThat(world.store.isAllSent()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"RECEIVED", "PROCESSING"})
  void anUnfinishedFileIsAnErrorAndNotReported(FileStatus status) {
    finish("f", status);

    assertThatThrownBy(() -> check("f"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("file f is not finished: " + status);
    assertThat(world.notifications).isEmpty();
  }

  @Test
  void aFileWithoutARecordIsAnError() {
    assertThatThrownBy(() -> check("nobody")).hasMessage("there is no record of file nobody");
  }

  @Test
  void filesThatWaitTogetherAreOneNotification() {
    finish("f", FileStatus.REJECTED);
    finish("g", FileStatus.HELD);

    check("f");
    world.pass(Duration.ofSeconds(1));
    check("g");
    world.dispatch();

    assertThat(world.notifications)
        .extracting(Notification::subject)
        .containsExactly("File REJECTED: f.csv and 1 more");
    assertThat(world.notifications.get(0).text())
        .startsWith("2 notifications, the oldest first:\n\n-----")
        .containsSubsequence("\nFile REJECTED: f.csv\n\n", "\nFile HELD: g.csv\n\n");
  }

  @Test
  void aNotificationThatCouldNotBeSentIsSentLater() {
    finish("f", FileStatus.REJECTED);
    world.refusals = 1;

    check("f");
    world.dispatch();
    assertThat(world.notifications).isEmpty();

    world.pass(Duration.ofMinutes(1));
    world.dispatch();
    assertThat(world.notifications).hasSize(1);
    assertThat(world.store.isAllSent()).isTrue();
  }

  @Test
  void twoConcurrentDeliveriesNotifyOnce() {
    int moment = 0;
    boolean happened = true;
    while (happened) {
      moment++;
      World shared = new World();
      shared.files.put("f", report("f", FileStatus.HELD));
      Runnable check =
          () -> {
            shared.fileCheck(FilePolicy.ALL).check("f");
            shared.dispatch();
          };
      happened = shared.happensAt(moment, check, check);

      assertThat(shared.notifications).as("moment %s", moment).hasSize(1);
      assertThat(shared.store.isAllSent()).isTrue();
    }
    assertThat(moment).isGreaterThan(8);
  }

  private boolean check(String fileId) {
    return world.fileCheck(FilePolicy.PROBLEMS).check(fileId);
  }

  private void finish(String fileId, FileStatus status) {
    world.files.put(fileId, report(fileId, status));
  }

  static FileReport report(String fileId, FileStatus status) {
    return new FileReport(
        fileId,
        fileId + ".csv",
        1,
        Stock.NOW,
        FileKind.TRANSACTIONS,
        status,
        0,
        0,
        "",
        List.of(),
        Optional.empty());
  }
}
