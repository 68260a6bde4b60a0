package inventory.alert.domain;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeTest {

  @ParameterizedTest
  @ValueSource(strings = {"Low\nBcc: x@example.com", "Low\r", "Low\u0000", "Low\u2028", " ", ""})
  void aSubjectThatIsNoLineOfTextIsRefused(String subject) {
    assertThatThrownBy(() -> new Notice(subject, "body"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be one line of printable text");
  }
}
