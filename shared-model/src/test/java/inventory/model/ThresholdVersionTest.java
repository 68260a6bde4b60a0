package inventory.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThresholdVersionTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

  private static ThresholdVersion file(int day, String uploadedAt) {
    return new ThresholdVersion(TODAY.withDayOfMonth(day), Instant.parse(uploadedAt), "0a1b");
  }

  private static ThresholdVersion decided(ThresholdVersion current) {
    return ThresholdVersion.decided(NOON, Optional.of(current));
  }

  @Test
  void aVersionIsReadFromItsText() {
    ThresholdVersion version = file(20, "2026-11-21T08:00:00.5Z");

    assertThat(version.text()).isEqualTo("2026-11-20#2026-11-21T08:00:00.500000000Z#0a1b");
    assertThat(ThresholdVersion.of(version.text())).isEqualTo(version);
  }

  @Test
  void aDecisionIsNewerThanTheThresholdThatThePersonSees() {
    for (ThresholdVersion current :
        new ThresholdVersion[] {
          file(20, "2026-11-21T11:59:59Z"),
          file(21, "2026-11-21T11:59:59Z"),
          // For tomorrow, and by a clock that is ahead.
          file(22, "2026-11-21T11:59:59Z"),
          file(21, "2026-11-21T12:00:00Z"),
          file(21, "2026-11-21T12:00:03Z"),
        }) {
      assertThat(decided(current).text()).isGreaterThan(current.text());
    }
    assertThat(ThresholdVersion.decided(NOON, Optional.empty()))
        .isEqualTo(new ThresholdVersion(TODAY, NOON, ThresholdVersion.PERSON));
  }

  @Test
  void onlyAFileOfALaterUploadForTheDayOrALaterDayIsNewerThanADecision() {
    String decision = decided(file(20, "2026-11-21T08:00:00Z")).text();

    assertThat(file(21, "2026-11-21T12:00:01Z").text()).isGreaterThan(decision);
    assertThat(file(22, "2026-11-21T09:00:00Z").text()).isGreaterThan(decision);
    assertThat(file(21, "2026-11-21T11:59:59Z").text()).isLessThan(decision);
    assertThat(file(20, "2026-11-21T18:00:00Z").text()).isLessThan(decision);
  }
}
