package inventory.emulator.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyPathTest {

  private static final List<String> KEYS =
      List.of(
          "a",
          "A",
          "a/b",
          "a//b",
          "a/",
          "/a",
          "//a",
          "..",
          "./a",
          ".a",
          "a.b",
          "%",
          "%6f",
          "%o",
          "%z",
          "%n/",
          "a+b",
          "a b",
          "\u00e4",
          "a\u0308",
          "😀",
          "k".repeat(1024),
          "ü".repeat(512),
          "x/".repeat(512));

  @Test
  void aKeyIsReadFromItsPath() {
    assertThat(KEYS).allSatisfy(key -> assertThat(KeyPath.toKey(KeyPath.of(key))).isEqualTo(key));
  }

  @Test
  void aPrefixOfAKeyHasAPrefixOfItsPath() {
    assertThat(KEYS)
        .allSatisfy(
            key ->
                key.codePoints()
                    .forEach(
                        c -> {
                          String prefix = key.substring(0, key.indexOf(c));
                          assertThat(KeyPath.of(key)).startsWith(KeyPath.ofPrefix(prefix));
                        }));
  }

  @Test
  void pathsDifferAlsoWhereCaseDoesNotCount() {
    Set<String> paths = new HashSet<>(KEYS.stream().map(KeyPath::of).toList());
    assertThat(paths).hasSameSizeAs(KEYS);
    assertThat(paths).allMatch(path -> path.matches("[a-z0-9%/_.-]+"));
  }

  @Test
  void everyPartOfAPathIsAValidName() {
    assertThat(KEYS)
        .allSatisfy(
            key ->
                assertThat(Arrays.asList(KeyPath.of(key).split("/", -1)))
                    .allSatisfy(
                        name -> {
                          assertThat(name).isNotEmpty().doesNotStartWith(".");
                          // A file that a put has not finished has a UUID after its name.
                          assertThat(name).hasSizeLessThan(255 - 37);
                        }));
  }
}
