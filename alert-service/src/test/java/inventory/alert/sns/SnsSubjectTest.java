package inventory.alert.sns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SnsSubjectTest {

  @Test
  void anAsciiSubjectStaysAsItIs() {
    assertThat(SnsSubject.of("Low stock: 1 item in Berlin 1"))
        .isEqualTo("Low stock: 1 item in Berlin 1");
  }

  @Test
  void lettersLoseTheirAccentsAndOtherCharactersBecomeQuestionMarks() {
    assertThat(SnsSubject.of("Low stock: 2 items in Köln, Łódź, 東京"))
        .isEqualTo("Low stock: 2 items in Koln, ?odz, ??");
  }

  @Test
  void aSubjectOfMoreThanAHundredCharactersIsCut() {
    String subject = SnsSubject.of("Low stock: " + "x".repeat(90));

    assertThat(subject).hasSize(99).endsWith("xxx...");
  }
}
