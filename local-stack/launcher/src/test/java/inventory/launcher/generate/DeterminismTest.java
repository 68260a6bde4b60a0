package inventory.launcher.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeterminismTest {

  @TempDir private Path folder;

  @Test
  void aRecipeMakesTheSameDataInEveryLanguageAndTimeZone() throws Exception {
    String here = digest("here", Generated.recipe(7));
    String there =
        elsewhere("ar-EG-u-nu-arab", "Pacific/Chatham", () -> digest("b", Generated.recipe(7)));
    String turkey = elsewhere("tr-TR", "Asia/Kolkata", () -> digest("c", Generated.recipe(7)));
    assertThat(List.of(there, turkey)).containsOnly(here);
  }

  @Test
  void anotherSeedMakesOtherData() throws Exception {
    assertThat(digest("a", Generated.recipe(7))).isNotEqualTo(digest("b", Generated.recipe(8)));
  }

  /** Otherwise the files of a second run would be HELD: other content under a known key. */
  @Test
  void otherSizesMakeOtherKeys() throws Exception {
    Recipe recipe = Generated.recipe(1);
    Generated small = Generated.files(folder.resolve("small"), recipe, 4, 5);
    Generated large = Generated.files(folder.resolve("large"), recipe, 4, 6);
    assertThat(small.texts().keySet()).doesNotContainAnyElementsOf(large.texts().keySet());
  }

  @Test
  void totalsAreReadBackAsTheyWereWritten() throws Exception {
    for (Generated generated : all("x", Generated.recipe(3))) {
      byte[] bytes = generated.totalsText().getBytes(StandardCharsets.UTF_8);
      assertThat(Totals.read(new ByteArrayInputStream(bytes), "x")).isEqualTo(generated.totals());
    }
  }

  private List<Generated> all(String name, Recipe recipe) throws Exception {
    Path base = folder.resolve(name);
    return List.of(
        Generated.files(base.resolve("files"), recipe, 6, 50),
        Generated.counts(base.resolve("counts"), recipe),
        Generated.thresholds(base.resolve("thresholds"), recipe, 4),
        Generated.events(base.resolve("events"), recipe, 2_000));
  }

  private String digest(String name, Recipe recipe) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Generated generated : all(name, recipe)) {
      digest.update(generated.texts().toString().getBytes(StandardCharsets.UTF_8));
      digest.update(generated.totalsText().getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String elsewhere(String language, String zone, Callable<String> work)
      throws Exception {
    Locale locale = Locale.getDefault();
    TimeZone timeZone = TimeZone.getDefault();
    Locale.setDefault(Locale.forLanguageTag(language));
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try {
      return work.call();
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(timeZone);
    }
  }
}
