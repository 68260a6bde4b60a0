package inventory.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {

  @Test
  void aPositionIsItsInstantInFullAndItsSource() {
    String position = Position.of(Instant.parse("2026-11-21T08:00:00.5Z"), "abc");

    assertThat(position).isEqualTo("2026-11-21T08:00:00.500000000Z#abc");
    assertThat(Position.instant(position)).isEqualTo("2026-11-21T08:00:00.5Z");
    assertThat(Position.source(position)).isEqualTo("abc");
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z, 1970-01-01T00:00:00.000000001Z",
    "2026-11-21T08:00:00.9Z, 2026-11-21T08:00:01Z",
    "2026-11-21T08:00:00.09Z, 2026-11-21T08:00:00.1Z",
    "2026-12-31T23:59:59.999999999Z, 2027-01-01T00:00:00Z"
  })
  void textSortsAsTheTimelineDoes(Instant earlier, Instant later) {
    assertThat(Position.of(earlier, "z")).isLessThan(Position.of(later, "a"));
    assertThat(Position.of(earlier, "z")).isLessThan(Position.time(later));
  }

  @Test
  void recordsOfAStreamSortAsTheyCame() {
    Instant instant = Instant.parse("2026-11-21T08:00:00Z");
    String earlier = Position.of(instant, Position.streamSource("9".repeat(55)));
    String later = Position.of(instant, Position.streamSource("1" + "0".repeat(55)));

    assertThat(earlier).isLessThan(later);
    assertThat(Position.isOfStream(later)).isTrue();
    assertThat(Position.sequenceNumber(later)).isEqualTo("1" + "0".repeat(55));
    assertThat(Position.isOfStream(Position.of(instant, "abc"))).isFalse();
  }

  @Test
  void aTimeSortsBeforeAllPositionsOfItsInstant() {
    Instant instant = Instant.parse("2026-11-21T08:00:00Z");

    assertThat(Position.time(instant)).isLessThan(Position.of(instant, ""));
  }
}
