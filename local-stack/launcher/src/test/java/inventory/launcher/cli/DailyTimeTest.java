package inventory.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.stack.LaunchException;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class DailyTimeTest {

  private static final DailyTime THREE = new DailyTime(LocalTime.of(3, 0));

  @Test
  void theNextTimeIsTodayUntilItIsThere() {
    assertThat(THREE.after(Instant.parse("2026-11-21T00:00:00Z")))
        .isEqualTo("2026-11-21T03:00:00Z");
    assertThat(THREE.after(Instant.parse("2026-11-21T02:59:59.999Z")))
        .isEqualTo("2026-11-21T03:00:00Z");
  }

  @Test
  void fromThenOnItIsTomorrowAcrossMonthsAndLeapDays() {
    assertThat(THREE.after(Instant.parse("2026-11-21T03:00:00Z")))
        .isEqualTo("2026-11-22T03:00:00Z");
    assertThat(THREE.after(Instant.parse("2026-12-31T23:59:59Z")))
        .isEqualTo("2027-01-01T03:00:00Z");
    assertThat(THREE.after(Instant.parse("2028-02-28T04:00:00Z")))
        .isEqualTo("2028-02-29T03:00:00Z");
  }

  @Test
  void whereClocksChangeItStaysTheSameInUtc() {
    // In Berlin, 2026-10-25 has 25 hours.
    assertThat(THREE.after(Instant.parse("2026-10-24T03:00:00Z")))
        .isEqualTo("2026-10-25T03:00:00Z");
  }

  @Test
  void aSettingIsATimeOrOff() {
    assertThat(DailyTime.parse("--validation-at", "03:00")).contains(THREE);
    assertThat(DailyTime.parse("--validation-at", "off")).isEmpty();
    assertThat(THREE).hasToString("03:00 UTC");
    assertThatThrownBy(() -> DailyTime.parse("--validation-at", "25:00"))
        .isInstanceOf(LaunchException.class)
        .hasMessage(
            "--validation-at is \"25:00\": set it to a time of the day in UTC, as 03:00, or to off");
  }
}
