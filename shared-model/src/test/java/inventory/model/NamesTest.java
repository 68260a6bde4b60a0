package inventory.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"Berlin 1", " x ", "a/b#c?d%e+f&g", "ü 漢 \" < >", "\uD83D\uDCE6"})
  void aNameMayHoldAnyPrintableCharacter(String name) {
    assertThat(Names.problemWith(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", "\u3000"})
  void aNameMayNotBeBlank(String name) {
    assertThat(Names.problemWith(name)).contains("is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\rb", "a\u0000b", "a\u0085b", "a\u001Fb"})
  void aNameMayNotHoldAControlCharacter(String name) {
    assertThat(Names.problemWith(name)).contains("contains a control character or a line break");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\uD83D", "\uDCE6a", "\uDCE6\uD83D", "a\uD800b"})
  void aNameMayNotHoldHalfACharacter(String name) {
    assertThat(Names.problemWith(name)).contains("contains half a character (a lone surrogate)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\uFFFEb", "\uFFFF"})
  void aNameMayNotHoldWhatAQueueDoesNotTransport(String name) {
    assertThat(Names.problemWith(name))
        .contains("contains U+FFFE or U+FFFF, which is not a character");
  }

  @Test
  void aTextIsNeverCutWithinACharacter() {
    assertThat(Shortened.text("a\uD83D\uDCE6bc", 3)).isEqualTo("a\uD83D\uDCE6…");
    assertThat(Shortened.text("a\uD83D\uDCE6b", 3)).isEqualTo("a\uD83D\uDCE6b");
  }

  @Test
  void aNameHas512CharactersAtMostHoweverManyUnitsTheyTake() {
    assertThat(Names.problemWith("\uD83D\uDCE6".repeat(512))).isEmpty();
    assertThat(Names.problemWith("\uD83D\uDCE6".repeat(513)))
        .contains("is 513 characters long; at most 512");
  }
}
