package inventory.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortenedTest {

  @Test
  void aTextThatFitsIsKept() {
    assertThat(Shortened.text("abc", 3)).isEqualTo("abc");
  }

  /** The table accepts no half of a pair of surrogates. */
  @Test
  void aTextIsNeverCutWithinACharacter() {
    String smile = "\ud83d\ude00";

    assertThat(Shortened.text(smile.repeat(3), 3)).isEqualTo(smile.repeat(3));
    assertThat(Shortened.text("a" + smile.repeat(3), 3)).isEqualTo("a" + smile + "…");
  }
}
