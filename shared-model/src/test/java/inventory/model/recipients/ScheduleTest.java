package inventory.model.recipients;

import static inventory.model.StockState.LOW;
import static inventory.model.StockState.OK;
import static inventory.model.StockState.OUT;
import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.StockState;
import inventory.model.recipients.Schedule.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In Berlin, clocks go forward on 2026-03-29 at 02:00, and back on 2026-10-25 at 03:00. */
class ScheduleTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "2026-01-10T05:00:00Z, 2026-01-10T07:00:00Z",
    "2026-01-10T06:59:59.999999999Z, 2026-01-10T07:00:00Z",
    "2026-01-10T07:00:00Z, 2026-01-10T15:00:00Z",
    "2026-01-10T15:00:01Z, 2026-01-11T07:00:00Z",
    "2026-03-28T20:00:00Z, 2026-03-29T06:00:00Z",
    "2026-10-24T20:00:00Z, 2026-10-25T07:00:00Z"
  })
  void lowStockWaitsForTheNextDigest(Instant from, Instant due) {
    Schedule digests = schedule(List.of("08:00", "16:00"), Optional.empty(), false);

    assertThat(digests.due(LOW, from)).isEqualTo(due);
    assertThat(digests.due(OK, from)).isEqualTo(due);
    assertThat(digests.due(OUT, from)).isEqualTo(from);
  }

  @ParameterizedTest
  @CsvSource({
    // 02:30 does not exist: the digest is an hour later on the clock.
    "2026-03-29T00:59:00Z, 2026-03-29T01:30:00Z",
    "2026-03-29T01:30:01Z, 2026-03-30T00:30:00Z",
    // 02:30 occurs twice: the digest is sent once.
    "2026-10-24T23:00:00Z, 2026-10-25T00:30:00Z",
    "2026-10-25T00:30:01Z, 2026-10-26T01:30:00Z"
  })
  void eachDayHasADigestWhateverTheClocksDo(Instant from, Instant due) {
    assertThat(schedule(List.of("02:30"), Optional.empty(), false).due(LOW, from)).isEqualTo(due);
  }

  @Test
  void aYearHasOneDigestForEachDay() {
    Schedule daily = schedule(List.of("02:30"), Optional.empty(), false);
    Instant start = Instant.parse("2026-01-01T00:00:00Z");

    assertThat(
            Stream.iterate(daily.due(LOW, start), at -> daily.due(LOW, at))
                .takeWhile(at -> at.isBefore(start.plus(Duration.ofDays(365)))))
        .hasSize(365);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-10T18:59:59Z, 2026-01-10T18:59:59Z",
    "2026-01-10T19:00:00Z, 2026-01-11T06:00:00Z",
    "2026-01-10T23:30:00Z, 2026-01-11T06:00:00Z",
    "2026-01-11T05:59:59Z, 2026-01-11T06:00:00Z",
    "2026-01-11T06:00:00Z, 2026-01-11T06:00:00Z",
    "2026-03-28T22:00:00Z, 2026-03-29T05:00:00Z",
    "2026-10-24T22:00:00Z, 2026-10-25T06:00:00Z"
  })
  void lowStockWaitsForTheEndOfTheNight(Instant from, Instant due) {
    Schedule nights = schedule(List.of(), quiet("20:00", "07:00"), false);

    assertThat(nights.due(LOW, from)).isEqualTo(due);
    assertThat(nights.due(OUT, from)).isEqualTo(from);
    assertThat(nights.dueOutsideQuietHours(LOW, from)).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-10T11:00:00Z, 2026-01-10T12:00:00Z",
    "2026-01-10T12:00:00Z, 2026-01-10T12:00:00Z",
    "2026-01-10T10:59:00Z, 2026-01-10T10:59:00Z"
  })
  void quietHoursMayEndOnTheSameDay(Instant from, Instant due) {
    assertThat(schedule(List.of(), quiet("12:00", "13:00"), false).due(LOW, from)).isEqualTo(due);
  }

  @Test
  void outOfStockWaitsIfTheRuleSaysSo() {
    Schedule patient = schedule(List.of("22:00"), quiet("20:00", "07:00"), true);

    assertThat(patient.due(OUT, Instant.parse("2026-01-10T12:00:00Z")))
        .as("a digest within quiet hours comes at their end")
        .isEqualTo("2026-01-11T06:00:00Z");
    assertThat(Stream.of(StockState.values())).allMatch(patient::isInDigest);
  }

  private static Optional<QuietHours> quiet(String from, String to) {
    return Optional.of(new QuietHours(LocalTime.parse(from), LocalTime.parse(to)));
  }

  private static Schedule schedule(
      List<String> digestAt, Optional<QuietHours> quietHours, boolean outOfStockWaits) {
    return new Schedule(
        BERLIN, digestAt.stream().map(LocalTime::parse).toList(), quietHours, outOfStockWaits);
  }
}
