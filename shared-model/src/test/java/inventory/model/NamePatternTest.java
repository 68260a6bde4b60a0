package inventory.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamePatternTest {

  @Test
  void aStarStandsForAnyCharacters() {
    assertThat(matches("*", "Berlin")).isTrue();
    assertThat(matches("Berlin", "Berlin")).isTrue();
    assertThat(matches("Berlin*", "Berlin")).isTrue();
    assertThat(matches("Berlin*", "Berlin 12")).isTrue();
    assertThat(matches("*lin*", "Berlin 12")).isTrue();
    assertThat(matches("B*i*2", "Berlin 12")).isTrue();
    assertThat(matches("a*ab", "aaab")).isTrue();
    assertThat(matches("**", "x")).isTrue();
  }

  @Test
  void otherCharactersStandForThemselves() {
    assertThat(matches("Berlin", "berlin")).isFalse();
    assertThat(matches("Berlin", "Berlin 1")).isFalse();
    assertThat(matches("B.rlin", "Berlin")).isFalse();
    assertThat(matches("*1", "Berlin 12")).isFalse();
    assertThat(matches("a*b*c", "a-c-b")).isFalse();
    assertThat(matches("B*", "")).isFalse();
  }

  @Test
  void manyStarsTakeNoLongTime() {
    assertThat(matches("*a".repeat(256), "a".repeat(511) + "b")).isFalse();
  }

  private static boolean matches(String pattern, String name) {
    return new NamePattern(pattern).matches(name);
  }
}
