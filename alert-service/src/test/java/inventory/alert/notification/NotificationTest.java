package inventory.alert.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationTest {

  @ParameterizedTest
  @ValueSource(strings = {"Low\nBcc: x@example.com", "Low\r", "Low\u0000", "Low\u2028", " ", ""})
  void aSubjectThatIsNotALineOfTextIsRejected(String subject) {
    assertThatThrownBy(() -> notification(subject, "short"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be one line of printable text");
  }

  @Test
  void aShortTextOfMoreThan139CharactersIsRejected() {
    assertThat(notification("Low", "x".repeat(139)).shortText()).hasSize(139);

    assertThatThrownBy(() -> notification("Low", "x".repeat(140)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the short text has 140 characters; it may have at most 139");
  }

  @Test
  void textIsCutByCodePointsWithAnEllipsis() {
    String parcel = "\uD83D\uDCE6";

    assertThat(PrintableText.cut("abc", 3)).isEqualTo("abc");
    assertThat(PrintableText.cut("abcd", 3)).isEqualTo("ab…");
    assertThat(PrintableText.cut(parcel.repeat(3), 3)).isEqualTo(parcel.repeat(3));
    assertThat(PrintableText.cut(parcel.repeat(4), 3)).isEqualTo(parcel.repeat(2) + "…");
    assertThat(PrintableText.of("a\tb\u202Ec\uFEFF")).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
  }

  @Test
  void aTextTableRejectsARowWithAnotherNumberOfCells() {
    TextTable table = new TextTable(List.of("a", "b"));

    assertThatThrownBy(() -> table.add(List.of("1"))).hasMessage("1 cells in a table of 2 columns");
  }

  private static Notification notification(String subject, String shortText) {
    return new Notification(
        Audience.PURCHASING, subject, "text", "html", shortText, Optional.empty());
  }
}
