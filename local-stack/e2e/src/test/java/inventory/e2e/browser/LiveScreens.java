package inventory.e2e.browser;

import static inventory.e2e.browser.Dashboard.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Tests updates without a reload, an unavailable service, and alerts. */
interface LiveScreens extends Screen {

  @Test
  default void anAlertIsAcknowledgedAndSnoozed() {
    dropRows("alert", Rows.row("Alarmed", "low", "Lowest", 3));
    dashboard().openAs("operator", "alerts?warehouse=Alarmed");
    dashboard().awaitText(dashboard().rowOf("Lowest"), "Low");

    dashboard().click(By.xpath("//button[@aria-label='Acknowledge Lowest']"));

    dashboard().awaitText(dashboard().rowOf("Lowest"), "seen");
    dashboard().awaitText(By.className("notice"), "Acknowledged.");
    dashboard().click(By.xpath("//button[@aria-label='Snooze Lowest']"));
    dashboard().click(By.xpath("//dialog//button[.='Tomorrow at 8']"));
    dashboard().awaitText(dashboard().rowOf("Lowest"), "until");
    // 08:00 in the browser's time zone is 02:30 UTC.
    assertThat(dashboard().browser().findElements(By.cssSelector("tbody .noted time")))
        .anyMatch(time -> time.getDomAttribute("title").endsWith(" 02:30:00 UTC"));
  }

  @Test
  default void whileTheServiceIsUnavailableThePageSaysSoAndKeepsItsData() throws IOException {
    dashboard().openAs("viewer", place("warehouses", "Berlin"));
    dashboard().awaitText(dashboard().rowOf("Echo Plus"), "Out of stock");

    system().killReports();

    dashboard().awaitText(By.className("banner"), "The service does not answer");
    dashboard().awaitText(dashboard().rowOf("Echo Plus"), "Out of stock");
    system().restartReports();
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () -> assertThat(dashboard().all(By.cssSelector(".banner.hidden"))).hasSize(1));
    dashboard().awaitText(dashboard().rowOf("Echo Plus"), "Out of stock");
  }

  @Test
  default void changesAreShownWithinTwoSeconds() {
    dashboard().openAs("viewer", "");
    dashboard().awaitHeading("Overview");
    dashboard().execute("performance.clearResourceTimings()");

    await()
        .atMost(Duration.ofSeconds(2))
        .until(
            () ->
                dashboard()
                    .execute(
                        "return performance.getEntriesByType('resource')"
                            + ".some((entry) => entry.name.endsWith('/v1/overview'))"),
            Boolean.TRUE::equals);
  }

  @Test
  default void aValidationIsFollowedToItsFindings() throws IOException {
    dashboard().openAs("viewer", "validation");
    dashboard().awaitHeading("Validation");

    system().stack().startValidation();

    dashboard().awaitText(By.cssSelector("tbody tr"), "Completed");
    dashboard().click(By.cssSelector("tbody th a"));
    dashboard().awaitText(By.tagName("main"), "negative-level");
  }
}
