package inventory.alert.notification;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.alert.notification.RunReport.Finding;
import inventory.model.RunState;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunNotificationsTest {

  private static final String RUN = "20261121T030000Z-1a2b3c4d";
  private static final String PARCEL = "\uD83D\uDCE6";

  private final RunNotifications notifications =
      new RunNotifications(Optional.of("https://stock.example.com/"), "inbox");

  @Test
  void aRunWithFindingsListsThemByCheckAndTheWorst() {
    Notification notification = notifications.compose(Runs.withFindings(RUN));

    assertThat(notification.audience()).isEqualTo(Audience.OPERATIONS);
    assertThat(notification.subject())
        .isEqualTo("Validation 2026-11-21: 3 findings in 50 files, 1 new");
    assertThat(notification.text())
        .isEqualTo(
            """
            The validation is complete: 3 findings in 50 files, 1 new.

            Started       2026-11-21T03:00:00Z
            Ended         2026-11-21T03:41:07Z
            State         COMPLETED
            Files         50
            Transactions  10000
            Levels        400
            Findings      3, 1 new
            Run           20261121T030000Z-1a2b3c4d

            Check        Findings  New
            zero-change         2
            level               1    1

            The worst 2 of 3, new ones first:

            New  File                                                     Line  Check        Warehouse  Item    Found  Expected
            new                                                                 level        Berlin     d23x56      7  the movements add up to 5
                 inventory_files/2026/11/20/20261120120000_inventory.csv    14  zero-change  Bremen 4   a123v5      0  another number

            All findings: s3://inbox/validation/2026-11-21/findings.csv
            The run: https://stock.example.com/#/validation
            """);
    assertThat(notification.shortText())
        .isEqualTo("Validation 2026-11-21: 3 findings in 50 files, 1 new: zero-change 2, level 1");
    assertThat(notification.list()).isEmpty();
  }

  @Test
  void theHtmlHasTheSameContentEscapedAndALinkToTheRun() {
    Notification notification =
        notifications.compose(
            Runs.completed(
                RUN,
                Map.of("two-names", 1L),
                List.of(
                    new Finding(
                        true, "two-names", "<i>.csv", "2", "B&B", "i1", "'<b>'", "\"Echo\""))));

    assertThat(notification.html())
        .startsWith("<p>The validation is complete: 1 finding in 50 files, 1 new.</p><table")
        .contains(">Started</td>", ">2026-11-21T03:00:00Z</td>", ">two-names</td>")
        .contains("<p>The worst 1 of 1, new ones first:</p>")
        .contains(">&lt;i&gt;.csv</td>", ">B&amp;B</td>", ">&#x27;&lt;b&gt;&#x27;</td>")
        .contains(">&quot;Echo&quot;</td>")
        .contains("<a href=\"s3://inbox/validation/2026-11-21/findings.csv\">All findings</a>")
        .contains("<a href=\"https://stock.example.com/#/validation\">The run</a>")
        .doesNotContain("<i>", "<b>");
  }

  @Test
  void aRunWithoutFindingsSaysSo() {
    Notification notification = notifications.compose(Runs.completed(RUN, Map.of(), List.of()));

    assertThat(notification.subject()).isEqualTo("Validation 2026-11-21: no findings in 50 files");
    assertThat(notification.text())
        .startsWith("The validation is complete: no findings in 50 files.\n")
        .contains("Findings      0, 0 new\n")
        .doesNotContain("Check", "worst");
    assertThat(notification.html()).doesNotContain("Check", "worst");
    assertThat(notification.shortText())
        .isEqualTo("Validation 2026-11-21: no findings in 50 files");
  }

  @Test
  void aFailedRunNamesTheReasonAndItsProgress() {
    Notification notification = notifications.compose(Runs.failed(RUN, 1));

    assertThat(notification.subject()).isEqualTo("Validation 2026-11-21 could not be completed");
    assertThat(notification.text())
        .isEqualTo(
            """
            The validation could not be completed. Its results so far are stored: the next start resumes where it stopped.

            Started       2026-11-21T03:00:00Z
            Ended         2026-11-21T03:41:07Z
            State         FAILED
            Reason        the bucket inbox refuses access
            Files         20 of 50
            Transactions  4000
            Levels        0
            Findings      1, 0 new
            Accepted      2 more, not counted
            Run           20261121T030000Z-1a2b3c4d

            Check     Findings  New
            rejected         1

            The run: https://stock.example.com/#/validation
            """);
    assertThat(notification.html())
        .contains(">the bucket inbox refuses access</td>", ">20 of 50</td>");
    assertThat(notification.shortText())
        .isEqualTo("Validation 2026-11-21 could not be completed: the bucket inbox refuses access");
  }

  @Test
  void aRunThatResumedBeforeItsFailureWasReportedSaysSo() {
    RunReport failed = Runs.failed(RUN, 1, "");
    RunReport running =
        new RunReport(
            RUN,
            failed.startedAt(),
            Optional.empty(),
            RunState.RUNNING,
            "",
            1,
            21,
            50,
            4_100,
            0,
            Map.of(),
            Map.of(),
            0,
            List.of(),
            Optional.empty());

    Notification notification = notifications.compose(running);

    assertThat(notification.subject())
        .isEqualTo("Validation 2026-11-21 was interrupted and is running again");
    assertThat(notification.text())
        .startsWith("The validation was interrupted and has resumed where it stopped.\n")
        .contains("Files         21 of 50\n")
        .doesNotContain("Ended", "Reason");
    assertThat(notification.shortText()).isEqualTo(notification.subject());
  }

  @Test
  void withoutAnApiThereIsNoLinkToTheRun() {
    RunNotifications bucket = new RunNotifications(Optional.empty(), "inbox");

    assertThat(bucket.compose(Runs.withFindings(RUN)).text())
        .endsWith("\n\nAll findings: s3://inbox/validation/2026-11-21/findings.csv\n");
    assertThat(bucket.compose(Runs.failed(RUN, 1)).text()).endsWith("rejected         1\n");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 'no findings in 50 files'",
    "1, '1 finding in 50 files, 1 new'",
    "12, '12 findings in 50 files, 12 new'"
  })
  void theSubjectCounts(long findings, String outcome) {
    assertThat(
            notifications
                .compose(Runs.completed(RUN, Map.of("level", findings), List.of()))
                .subject())
        .isEqualTo("Validation 2026-11-21: " + outcome);
  }

  @Test
  void checksWithEqualNumbersAreOrderedByName() {
    Map<String, Long> findings = Map.of("level", 2L, "message", 3L, "movements", 2L, "old", 2L);

    assertThat(notifications.compose(Runs.completed(RUN, findings, List.of())).shortText())
        .endsWith("9 findings in 50 files, 9 new: message 3, level 2, movements 2, old 2");
  }

  @Test
  void externalTextIsCutAndCannotBreakALine() {
    String hostile = "a\r\nBcc: x@example.com\u202E" + PARCEL.repeat(2_000);
    Finding finding = new Finding(true, "level", hostile, "1", hostile, hostile, hostile, hostile);

    Notification notification =
        notifications.compose(
            Runs.completed(RUN, Map.of("level", 10L), Collections.nCopies(10, finding)));
    assertThat(notification.text())
        .contains(
            "The worst 10 of 10, new ones first:\n",
            "a\uFFFD\uFFFDBcc: x@example.com\uFFFD" + PARCEL)
        .doesNotContain("\r", "\u202E");
    assertThat(notification.text().lines().filter(line -> line.contains("…")).count())
        .isEqualTo(10);
    assertThat(notification.text().length()).isLessThan(20_000);
    assertThat(notification.html()).doesNotContain("\r", "\n", "\u202E");

    Notification failed = notifications.compose(Runs.failed(RUN, 1, hostile));
    assertThat(failed.shortText())
        .startsWith("Validation 2026-11-21 could not be completed: a\uFFFD\uFFFDBcc:")
        .endsWith("…")
        .hasSizeLessThan(140);
    assertThat(failed.text()).contains("Reason        a\uFFFD\uFFFDBcc: x@example.com\uFFFD");
    assertThat(failed.text().length()).isLessThan(4_000);
  }
}
