package inventory.alert.notification;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.freshness.Freshness;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SilenceNotificationsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final SilenceNotifications notifications =
      new SilenceNotifications(Optional.of("https://stock.example.com/"));

  /** Three files with this time between them, the last so long ago. */
  private static Freshness freshness(Duration interval, Duration age) {
    Instant last = NOW.minus(age);
    return Freshness.first(last.minus(interval.multipliedBy(2)))
        .after(last.minus(interval))
        .after(last);
  }

  @Test
  void aSilentWarehouseIsNamedWithItsLastFileAndItsUsualInterval() {
    Notification notification =
        notifications.compose(
            "Rostock 7", freshness(Duration.ofDays(1), Duration.ofHours(150)), NOW);

    assertThat(notification.audience()).isEqualTo(Audience.OPERATIONS);
    assertThat(notification.subject()).isEqualTo("No files from Rostock 7 for 6 days");
    assertThat(notification.text())
        .isEqualTo(
            """
            No file has changed the stock of Rostock 7 for five times as long as usual.

            Last file       2026-11-15T06:00:00Z
            Usual interval  24 hours

            Its levels are of that time. This message is not repeated until the next file.
            The warehouse: https://stock.example.com/#/warehouses/Rostock%207
            """);
    assertThat(notification.html())
        .contains("<p>No file has changed", ">2026-11-15T06:00:00Z</td>", "Rostock%207");
    assertThat(notification.shortText()).isEqualTo(notification.subject());
  }

  @Test
  void hoursAreNamedBelowTwoDaysAndHostileNamesAreHarmless() {
    Notification notification =
        new SilenceNotifications(Optional.empty())
            .compose(
                "<b>\r\nBcc: x@example.com" + "x".repeat(500),
                freshness(Duration.ofHours(1), Duration.ofHours(7)),
                NOW);

    assertThat(notification.subject())
        .startsWith("No files from <b>\uFFFD\uFFFDBcc: x@example.com")
        .endsWith(" for 7 hours");
    assertThat(notification.text()).contains("Usual interval  1 hour\n");
    assertThat(notification.html()).doesNotContain("<b>");
    assertThat(notification.shortText()).hasSizeLessThanOrEqualTo(Notification.MAX_SHORT_TEXT);
  }
}
