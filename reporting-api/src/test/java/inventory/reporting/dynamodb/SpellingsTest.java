package inventory.reporting.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpellingsTest {

  @Test
  void aPrefixIsReadAsItIsInLowerAndUpperCaseAndWithCapitalsInTheOrderOfKeys() {
    assertThat(Spellings.of("st. gAllen"))
        .containsExactly("ST. GALLEN", "St. Gallen", "St. gallen", "st. gAllen", "st. gallen");
    assertThat(Spellings.of("zü")).containsExactly("ZÜ", "Zü", "zü");
  }

  @Test
  void noSpellingIsReadTwice() {
    assertThat(Spellings.of("")).containsExactly("");
    assertThat(Spellings.of("W 0")).containsExactly("W 0", "w 0");
    // The upper case of one letter may be two.
    assertThat(Spellings.of("ß")).containsExactly("SS", "ß");
  }

  @Test
  void aSpellingIsBehindTheNamesThatFollowAllOfItsOwn() {
    assertThat(Spellings.isBehind("ST", "St. Gallen")).isTrue();
    assertThat(Spellings.isBehind("St", "St. Gallen")).isFalse();
    assertThat(Spellings.isBehind("st", "St. Gallen")).isFalse();
  }
}
