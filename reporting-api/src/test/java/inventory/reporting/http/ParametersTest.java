package inventory.reporting.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inventory.model.FileStatus;
import inventory.reporting.http.problems.BadParameterException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

  private static final Instant NOON = Instant.parse("2026-02-28T12:00:00Z");

  @ParameterizedTest
  @NullAndEmptySource
  void whatIsAbsentHasItsDefault(String absent) {
    assertThat(Parameters.limit(absent)).isEqualTo(100);
    assertThat(Parameters.greaterThan(absent)).isEmpty();
    assertThat(Parameters.date(absent)).isEmpty();
    assertThat(Parameters.oneOf("status", FileStatus.class, absent)).isEmpty();
    assertThat(Parameters.optionalName("warehouse", absent)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1001", "-1", "1.5", "ten", "99999999999", " 5", "٣"})
  void aLimitOutsideOneToThousandIsRefused(String limit) {
    assertThatThrownBy(() -> Parameters.limit(limit))
        .isInstanceOf(BadParameterException.class)
        .hasMessage(
            "The parameter limit is \"" + limit + "\"; it must be a whole number from 1 to 1000.");
  }

  @Test
  void theLimitsOfALimitAreGood() {
    assertThat(Parameters.limit("1")).isEqualTo(1);
    assertThat(Parameters.limit("1000")).isEqualTo(1000);
  }

  @Test
  void greaterThanTakesThirtyEightDigits() {
    String digits = "9".repeat(38);

    assertThat(Parameters.greaterThan("-" + digits)).contains(new BigInteger(digits).negate());
    assertThatThrownBy(() -> Parameters.greaterThan(digits + "9"))
        .hasMessageContaining("greaterThan")
        .hasMessageContaining("at most 38 digits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e3", "+5", "1.0", "NaN", "--1", "-"})
  void greaterThanIsAWholeNumber(String value) {
    assertThatThrownBy(() -> Parameters.greaterThan(value)).hasMessageContaining("greaterThan");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-30", "today", "20260228", "+12026-01-01", "-0001-01-01"})
  void aDateIsADayOfTheCalendar(String value) {
    assertThatThrownBy(() -> Parameters.date(value)).hasMessageContaining("The parameter date");
  }

  @Test
  void aDayIsRead() {
    assertThat(Parameters.date("2028-02-29")).contains(LocalDate.of(2028, 2, 29));
  }

  @Test
  void aStatusIsOneOfThoseThatThereAre() {
    assertThat(Parameters.oneOf("status", FileStatus.class, "HELD")).contains(FileStatus.HELD);
    assertThatThrownBy(() -> Parameters.oneOf("status", FileStatus.class, "LOST"))
        .hasMessage(
            "The parameter status is \"LOST\"; it must be one of [RECEIVED, PROCESSING, APPLIED,"
                + " PARTIAL, INCOMPLETE, REJECTED, DUPLICATE, HELD].");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-28T12:00:00.001Z",
        "2026-02-28T13:00:01+01:00",
        "2026-02-28T07:01-05:00",
        "2027-03-01T12:00:00Z"
      })
  void aTimeToComeIsGood(String value) {
    assertThat(Parameters.until(value, NOON)).isEqualTo(OffsetDateTime.parse(value).toInstant());
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "2026-02-28T12:00:00Z",
        "2026-02-28T12:59:59+01:00",
        "2027-03-01T12:00:00.001Z",
        "+999999999-12-31T00:00:00Z",
        "2026-02-30T12:00:00Z",
        "2026-03-01T12:00:00",
        "soon"
      })
  void aTimeThatIsPastOrTooFarOrNoneIsRefused(String value) {
    assertThatThrownBy(() -> Parameters.until(value, NOON))
        .isInstanceOf(BadParameterException.class)
        .hasMessageStartingWith("The parameter until is ")
        .hasMessageContaining("a future time with its offset, at most 366 days from now");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "a\nb", "\u0001digest"})
  void aNameThatNoFileCanHoldIsRefused(String name) {
    assertThatThrownBy(() -> Parameters.name("itemId", name)).hasMessageContaining("itemId");
  }

  @Test
  void aLongValueIsShownInPart() {
    assertThatThrownBy(() -> Parameters.name("itemId", "x".repeat(600)))
        .hasMessageContaining("x".repeat(100) + "…\"")
        .hasMessageNotContaining("x".repeat(101));
  }
}
