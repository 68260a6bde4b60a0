package inventory.alert;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.alert.notification.Runs;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The notifications about validation runs to operations (requirement V3). */
class RunNotificationsIT {

  private static final String RUN = "20261121T030000Z-1a2b3c4d";

  @Test
  void eachEndingOfARunIsReportedOnceDespiteRedeliveries() {
    try (AlertFixture alert =
        new AlertFixture(Map.of("inventory.api", "http://127.0.0.1:8080/v1"))) {
      RunItems.put(alert.resources(), Runs.failed(RUN, 1));
      sendThreeTimes(alert, 1);

      assertThat(alert.operationsMails())
          .extracting(Mail::subject)
          .containsExactly("Validation 2026-11-21 could not be completed");
      Mail failed = alert.operationsMails().get(0);
      assertThat(failed.text())
          .contains("\nReason        the bucket inbox refuses access\n")
          .contains("the next start resumes where it stopped")
          .endsWith("\nThe run: http://127.0.0.1:8080/#/validation\n");

      alert.forgetMails();
      RunItems.put(alert.resources(), Runs.ended(Runs.withFindings(RUN), 2));
      sendThreeTimes(alert, 2);

      assertThat(alert.operationsMails())
          .extracting(Mail::subject)
          .containsExactly("Validation 2026-11-21: 3 findings in 50 files, 1 new");
      assertThat(alert.operationsMails().get(0).text())
          .contains(
              """
              Check        Findings  New
              zero-change         2
              level               1    1

              The worst 2 of 3, new ones first:

              New  File \
              """)
          .contains(
              "\n     "
                  + Runs.FILE
                  + "    14  zero-change  Bremen 4   a123v5      0  another number\n")
          .contains(
              "\nAll findings: s3://"
                  + alert.resources().bucket()
                  + "/validation/2026-11-21/findings.csv\n");
      assertThat(alert.operationsMails().get(0).text()).doesNotContain("Reason");
      assertThat(alert.mails()).isEmpty();
    }
  }

  private static void sendThreeTimes(AlertFixture alert, int ending) {
    for (int i = 0; i < 3; i++) {
      alert.sendFinished(RUN, ending);
    }
    alert.awaitHandled();
  }
}
