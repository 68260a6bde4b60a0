package inventory.model.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.freshness.Freshness.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreshnessTest {

  private static final Instant MONDAY = Instant.parse("2026-11-02T08:05:00Z");

  private static Instant hours(int hours) {
    return MONDAY.plus(Duration.ofHours(hours));
  }

  private static Freshness of(List<Instant> uploads) {
    Freshness freshness = Freshness.first(uploads.get(0));
    for (Instant upload : uploads) {
      freshness = freshness.after(upload);
    }
    return freshness;
  }

  private static Freshness of(int... hours) {
    return of(IntStream.of(hours).mapToObj(FreshnessTest::hours).toList());
  }

  @Test
  void aDailyWarehouseIsLateAfterTwoDaysAndSilentAfterFive() {
    Freshness daily = of(0, 24, 48, 72);

    assertThat(daily.usualInterval()).contains(Duration.ofDays(1));
    assertThat(daily.lastFileAt()).isEqualTo(hours(72));
    assertThat(daily.state(hours(72))).isEqualTo(State.FRESH);
    assertThat(daily.state(hours(72 + 48))).isEqualTo(State.FRESH);
    assertThat(daily.state(hours(72 + 48).plusSeconds(1))).isEqualTo(State.LATE);
    assertThat(daily.state(hours(72 + 120))).isEqualTo(State.LATE);
    assertThat(daily.state(hours(72 + 120).plusSeconds(1))).isEqualTo(State.SILENT);
    assertThat(daily.silentAt()).contains(hours(72 + 120));
  }

  @Test
  void withFewerThanThreeReportsNothingIsKnown() {
    assertThat(of(0, 24).state(hours(10_000))).isEqualTo(State.UNKNOWN);
    assertThat(of(0, 24).silentAt()).isEmpty();
    assertThat(of(0, 24, 48).state(hours(10_000))).isEqualTo(State.SILENT);
  }

  @Test
  void severalFilesOfAnHourAreOneReport() {
    List<Instant> uploads = new ArrayList<>();
    for (int night = 0; night < 4; night++) {
      for (int file = 0; file < 20; file++) {
        uploads.add(hours(24 * night).plusSeconds(file * 30L));
      }
    }

    assertThat(of(uploads).usualInterval()).contains(Duration.ofDays(1));
    assertThat(of(uploads.subList(0, 20)).state(hours(10_000))).isEqualTo(State.UNKNOWN);
  }

  @Test
  void aNightOrAWeekendIsNoSilence() {
    // From 8 to 18 from Monday to Friday.
    List<Instant> uploads = new ArrayList<>();
    for (int day = 0; day < 9; day++) {
      if (day % 7 < 5) {
        for (int hour = 0; hour <= 10; hour++) {
          uploads.add(hours(24 * day + hour));
        }
      }
    }
    Freshness office = of(uploads);

    // The second Tuesday evening; the weekend before took 62 hours.
    Instant evening = hours(24 * 8 + 10);
    assertThat(office.usualInterval()).contains(Duration.ofHours(1));
    assertThat(office.state(evening.plus(Duration.ofHours(14)))).isEqualTo(State.FRESH);
    assertThat(office.state(evening.plus(Duration.ofHours(64)))).isEqualTo(State.LATE);
    assertThat(office.state(evening.plus(Duration.ofHours(94)))).isEqualTo(State.SILENT);
  }

  @Test
  void itFollowsFromTheFilesInAnyOrderAndHoweverOftenTheyAreRecorded() {
    Random random = new Random(7);
    for (int run = 0; run < 200; run++) {
      List<Instant> uploads = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(120); i++) {
        uploads.add(hours(random.nextInt(400)).plusSeconds(random.nextInt(3_600)));
      }
      Freshness expected = of(uploads);
      uploads.addAll(uploads.subList(0, random.nextInt(uploads.size())));
      Collections.shuffle(uploads, random);

      assertThat(of(uploads)).isEqualTo(expected);
      assertThat(expected.hours()).hasSizeLessThanOrEqualTo(Freshness.MAX_REPORTS);
    }
  }
}
