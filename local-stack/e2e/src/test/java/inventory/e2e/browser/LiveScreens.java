package inventory.e2e.browser;

import static inventory.e2e.browser.Dashboard.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
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
    dashboard().browser().findElement(By.cssSelector("dialog input")).sendKeys("ordered 20");
    dashboard().click(By.xpath("//dialog//button[.='Acknowledge']"));

    dashboard().awaitText(dashboard().rowOf("Lowest"), "seen");
    dashboard().awaitText(dashboard().rowOf("Lowest"), "by you: ordered 20");
    dashboard().awaitText(By.className("notice"), "Acknowledged.");
    dashboard().click(By.xpath("//button[@aria-label='Snooze Lowest']"));
    dashboard().click(By.xpath("//dialog//button[.='Tomorrow at 8']"));
    dashboard().click(By.xpath("//dialog//button[.='Snooze']"));
    dashboard().awaitText(dashboard().rowOf("Lowest"), "until");
    dashboard().open("audit?action=ACKNOWLEDGE");
    dashboard().awaitText(dashboard().rowOf("Alarmed"), "by you");
    dashboard().awaitText(dashboard().rowOf("Alarmed"), "ordered 20");
    dashboard().open("alerts?warehouse=Alarmed");
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

  /** A hundred viewers of a quiet system send at most 20 requests a second together. */
  @Test
  default void aPageOnWhichNothingHappensOnlyAsksForTheVersionEachFiveSeconds() {
    dashboard().openAs("viewer", place("warehouses", "Berlin"));
    dashboard().awaitText(dashboard().rowOf("Echo Plus"), "Out of stock");
    // Tests before this one may still be noticed once.
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(
            () -> {
              dashboard().execute("performance.clearResourceTimings()");
              await()
                  .atMost(Duration.ofSeconds(20))
                  .until(() -> requests().size(), count -> count >= 4);
              assertThat(requests()).allMatch(request -> request.startsWith("/v1/changes "));
              List<Double> times = requests().stream().map(LiveScreens::time).toList();
              double seconds = (times.get(3) - times.get(0)) / 1000;
              assertThat(100 * 3 / seconds).as("requests of 100 viewers").isLessThanOrEqualTo(20);
            });
  }

  /** What the page asked the API for, and when in milliseconds. */
  @SuppressWarnings("unchecked")
  private List<String> requests() {
    return (List<String>)
        dashboard()
            .execute(
                "return performance.getEntriesByType('resource')"
                    + ".map((entry) => new URL(entry.name).pathname + ' ' + entry.startTime)"
                    + ".filter((entry) => entry.startsWith('/v1/'))");
  }

  private static double time(String request) {
    return Double.parseDouble(request.substring(request.indexOf(' ')));
  }

  @Test
  default void aHiddenPageAsksNothing() {
    dashboard().openAs("viewer", "");
    dashboard().awaitHeading("Overview");
    dashboard()
        .execute(
            """
            Object.defineProperty(document, 'hidden', { configurable: true, get: () => window.isAway });
            window.isAway = true;
            document.dispatchEvent(new Event('visibilitychange'));
            """);
    dashboard().execute("performance.clearResourceTimings(); window.hiddenAt = performance.now()");
    dashboard()
        .awaitTrue("return performance.now() - window.hiddenAt > 12000", "two beats have passed");
    assertThat(requests()).isEmpty();

    dashboard()
        .execute("window.isAway = false; document.dispatchEvent(new Event('visibilitychange'))");
    dashboard().eventually(() -> assertThat(requests()).isNotEmpty());
  }

  @Test
  default void anErrorOfOneRequestIsShownUntilItIsOver() {
    dashboard().openAs("viewer", place("warehouses", "Berlin") + "?greaterThan=many");
    dashboard().awaitText(By.className("failed"), "greaterThan");

    dashboard().open(place("warehouses", "Berlin") + "?greaterThan=18");

    dashboard().awaitText(dashboard().rowOf("19"), "19");
    assertThat(dashboard().all(By.className("failed"))).isEmpty();
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
