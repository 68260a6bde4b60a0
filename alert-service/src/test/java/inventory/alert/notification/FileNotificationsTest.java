package inventory.alert.notification;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FileNotificationsTest {

  private static final String KEY = "inventory_files/2026/11/21/a.csv";

  private final FileNotifications notifications =
      new FileNotifications(Optional.of("https://stock.example.com/"), "inbox");

  @Test
  void aFileWithRejectedRows() {
    Notification notification = notifications.compose(partial(KEY, 12, rejects(10)));

    assertThat(notification.audience()).isEqualTo(Audience.OPERATIONS);
    assertThat(notification.subject()).isEqualTo("File PARTIAL: inventory_files/2026/11/21/a.csv");
    assertThat(notification.text())
        .isEqualTo(
            """
            File      inventory_files/2026/11/21/a.csv
            Uploaded  2026-11-21T12:00:00Z
            Size      4711 bytes
            Kind      TRANSACTIONS
            Status    PARTIAL
            Applied   1 row
            Rejected  12 rows
            Reason    12 rows were rejected
            Record    f1

            Rejected:
            """
                + "  line 2: ItemId is empty\n".repeat(10)
                + """
                  ... and 2 more

                All rejects: https://stock.example.com/#/files/f1
                """);
    assertThat(notification.shortText())
        .isEqualTo("File PARTIAL: inventory_files/2026/11/21/a.csv");
    assertThat(notification.list()).isEmpty();
  }

  @Test
  void nobodyKnowsHowManyRowsOfAnIncompleteFileWereApplied() {
    FileReport incomplete =
        new FileReport(
            "f1",
            KEY,
            4711,
            Instant.parse("2026-11-21T12:00:00Z"),
            FileKind.TRANSACTIONS,
            FileStatus.INCOMPLETE,
            0,
            0,
            "the file was deleted",
            List.of(),
            Optional.empty());

    assertThat(incomplete.isProblem()).isTrue();
    assertThat(notifications.compose(incomplete).text())
        .contains("Status    INCOMPLETE\nApplied   an unknown number of rows\nRejected  0 rows\n");
  }

  @Test
  void theHtmlHasTheSameContentAndALinkToTheRejects() {
    Notification notification =
        notifications.compose(partial("<i>.csv", 12, List.of("line 2: '<b>' must be a number")));

    assertThat(notification.html())
        .contains(">&lt;i&gt;.csv</td>", "<p>line 2: &#x27;&lt;b&gt;&#x27; must be a number</p>")
        .contains("<p>... and 11 more</p>")
        .contains("<a href=\"https://stock.example.com/#/files/f1\">All rejects</a>")
        .doesNotContain("<i>", "<b>");
  }

  @Test
  void withoutAnApiTheLinkLeadsToTheBucket() {
    FileNotifications bucket = new FileNotifications(Optional.empty(), "inbox");

    assertThat(bucket.compose(partial(KEY, 1, rejects(1))).text())
        .contains("Rejected  1 row\n")
        .endsWith(
            """

            Rejected:
              line 2: ItemId is empty

            All rejects: s3://inbox/rejected/inventory_files/2026/11/21/a.csv
            """);
  }

  @Test
  void aFileThatWasAppliedInFullHasNoRejects() {
    Notification notification =
        notifications.compose(
            report(KEY, FileStatus.APPLIED, 3, 0, "", List.of(), Optional.empty()));

    assertThat(notification.subject()).startsWith("File APPLIED: ");
    assertThat(notification.text())
        .endsWith(
            """
            Applied   3 rows
            Rejected  0 rows
            Record    f1
            """);
  }

  @Test
  void anUnreadableFileNamesTheReason() {
    Notification notification =
        notifications.compose(
            report(
                KEY, FileStatus.REJECTED, 0, 0, "the file is empty", List.of(), Optional.empty()));

    assertThat(notification.text()).contains("Reason    the file is empty\n");
  }

  @Test
  void rejectedEventsAreReportedWithTheFirstOnesAndALinkToTheList() {
    String key = "rejected/events/2026/11/21/2026112112_events.jsonl";

    Notification notification = notifications.compose(events(key, 3));

    assertThat(notification.audience()).isEqualTo(Audience.OPERATIONS);
    assertThat(notification.subject())
        .isEqualTo("Events rejected in the hour from 2026-11-21T12:00:00Z");
    assertThat(notification.text())
        .isEqualTo(
            """
            List      rejected/events/2026/11/21/2026112112_events.jsonl
            Arrived   in the hour from 2026-11-21T12:00:00Z
            Rejected  3 events
            Reason    events of the stream could not be applied
            Record    f1

            Rejected:
              record 4711 of P98765: quantity is missing
              ... and 2 more

            All rejects: https://stock.example.com/#/files/f1
            """);
    assertThat(notification.html())
        .contains(">3 events</td>", "<p>record 4711 of P98765: quantity is missing</p>");
    assertThat(notification.shortText())
        .isEqualTo("Events rejected in the hour from 2026-11-21T12:00:00Z");
    assertThat(notifications.compose(events(key, 1)).text())
        .contains("Rejected  1 event\n")
        .doesNotContain("more");
  }

  @Test
  void externalTextIsCutAndCannotBreakALine() {
    String parcels = "\uD83D\uDCE6".repeat(1_024);
    Notification notification =
        notifications.compose(
            partial("a\r\nBcc: x@example.com" + parcels, 1, List.of("line 2\n" + parcels)));

    assertThat(notification.subject())
        .startsWith("File PARTIAL: a\uFFFD\uFFFDBcc: x@example.com")
        .endsWith("…");
    assertThat(notification.subject().length()).isLessThan(250);
    assertThat(notification.shortText()).hasSizeLessThan(140);
    assertThat(notification.text()).contains("  line 2\uFFFD");
    assertThat(notification.text().length()).isLessThan(4_000);
    assertThat(notification.html()).doesNotContain("\r", "\n");
  }

  private static List<String> rejects(int count) {
    return IntStream.range(0, count).mapToObj(i -> "line 2: ItemId is empty").toList();
  }

  private static FileReport events(String key, int rejected) {
    return new FileReport(
        "f1",
        key,
        0,
        Instant.parse("2026-11-21T12:00:00Z"),
        FileKind.EVENTS,
        FileStatus.REJECTED,
        0,
        rejected,
        "events of the stream could not be applied",
        List.of("record 4711 of P98765: quantity is missing"),
        Optional.of(key));
  }

  private static FileReport partial(String key, int rejected, List<String> rejects) {
    return report(
        key,
        FileStatus.PARTIAL,
        1,
        rejected,
        rejected + " rows were rejected",
        rejects,
        Optional.of("rejected/" + key));
  }

  private static FileReport report(
      String key,
      FileStatus status,
      long applied,
      long rejected,
      String reason,
      List<String> rejects,
      Optional<String> rejectsKey) {
    return new FileReport(
        "f1",
        key,
        4_711,
        Instant.parse("2026-11-21T12:00:00Z"),
        FileKind.TRANSACTIONS,
        status,
        applied,
        rejected,
        reason,
        rejects,
        rejectsKey);
  }
}
