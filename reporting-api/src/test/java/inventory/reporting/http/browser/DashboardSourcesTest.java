package inventory.reporting.http.browser;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.Hex;
import inventory.model.audit.AuditAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The dashboard's source: its texts, in every language, and its libraries. */
class DashboardSourcesTest {

  private static final Path ASSETS = Path.of("src/main/resources/dashboard/assets");

  private static final Pattern ENTRY = Pattern.compile("(?m)^  '?([\\w.]+)'?:(.*(?:\n    .*)*)");
  private static final Pattern VALUE = Pattern.compile("\\{(\\w+)\\}");
  private static final Pattern COMMENT = Pattern.compile("(?ms)^\\s*/\\*\\*.*?\\*/|^\\s*//[^\n]*$");
  private static final Pattern LITERAL = Pattern.compile("'([^'\n]*)'|`([^`]*)`");
  private static final Pattern KEY = Pattern.compile("'([\\w.]+)'");
  private static final Pattern CALL = Pattern.compile("\\b(?:t|parts)\\(\\s*'([\\w.]+)'");
  private static final Pattern FAMILY =
      Pattern.compile("`(\\w+)\\.\\$\\{|(?:family: |word\\(|choices\\()'(\\w+)'");

  /** Two words in a row, or a word with a capital: prose, and neither a class nor a code. */
  private static final Pattern PROSE =
      Pattern.compile("[A-Za-z]{2,}[,.:]? +[A-Za-z]{2,}|^[A-Z][a-z]+[.!]?$");

  /** Names of keys and headers, and lists of classes. */
  private static final Set<String> NO_PROSE =
      Set.of(
          "Enter",
          "Escape",
          "Accept",
          "banner hidden",
          "id narrow",
          "columns columns-even",
          "icon icon-",
          "input, select, textarea, dialog");

  @Test
  void everyLanguageHasTheSameTextsWithTheSameValues() throws IOException {
    Map<String, Set<String>> english = texts("en");

    assertThat(english).hasSizeGreaterThan(200);
    assertThat(texts("de")).isEqualTo(english);
  }

  private static Map<String, Set<String>> texts(String language) throws IOException {
    String source = Files.readString(ASSETS.resolve("strings").resolve(language + ".js"));
    Map<String, Set<String>> texts = new TreeMap<>();
    ENTRY
        .matcher(source)
        .results()
        .forEach(entry -> texts.put(entry.group(1), matches(VALUE, entry.group(2))));
    return texts;
  }

  @Test
  void everyTextIsUsedAndNoneIsMissing() throws IOException {
    Set<String> known = texts("en").keySet();
    String code = String.join("\n", code().values());
    Set<String> words = matches(KEY, code);
    Set<String> families = matches(FAMILY, code);
    Predicate<String> isOfFamily = key -> families.contains(key.replaceFirst("\\..*", ""));

    assertThat(matches(CALL, code)).isSubsetOf(known);
    assertThat(known).allMatch(key -> words.contains(key) || isOfFamily.test(key));
  }

  @Test
  void eachCodeOfTheApiHasAWord() throws IOException {
    Set<String> words = texts("en").keySet();

    assertThat(AuditAction.values()).allMatch(action -> words.contains("audit." + action));
    assertThat(FileStatus.values()).allMatch(status -> words.contains("file." + status));
    assertThat(FileKind.values()).allMatch(kind -> words.contains("kind." + kind));
  }

  @Test
  void noTextStandsInTheCode() throws IOException {
    Map<String, List<String>> found = new LinkedHashMap<>();
    code()
        .forEach(
            (file, source) -> {
              List<String> prose =
                  LITERAL
                      .matcher(source)
                      .results()
                      .map(DashboardSourcesTest::group)
                      .map(text -> text.replaceAll("\\$\\{[^}]*\\}", ""))
                      .filter(text -> PROSE.matcher(text).find())
                      .filter(text -> !NO_PROSE.contains(text))
                      .toList();
              if (!prose.isEmpty()) {
                found.put(file, prose);
              }
            });

    assertThat(found).isEmpty();
  }

  /** Without comments, by name. */
  private static Map<String, String> code() throws IOException {
    Map<String, String> code = new TreeMap<>();
    for (Path folder : List.of(ASSETS, ASSETS.resolve("pages"))) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(path -> path.toString().endsWith(".js")).toList()) {
          code.put(file.toString(), COMMENT.matcher(Files.readString(file)).replaceAll(""));
        }
      }
    }
    assertThat(code).hasSizeGreaterThan(25);
    return code;
  }

  private static Set<String> matches(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(DashboardSourcesTest::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The first group that matched. */
  private static String group(MatchResult match) {
    return Stream.iterate(1, i -> i <= match.groupCount(), i -> i + 1)
        .map(match::group)
        .filter(text -> text != null)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void librariesAreAsTheyWerePublished() throws IOException {
    String notice = Files.readString(ASSETS.resolve("vendor/NOTICE.md"));
    byte[] library = Files.readAllBytes(ASSETS.resolve("vendor/oauth4webapi.js"));

    assertThat(notice).contains("`" + HexFormat.of().formatHex(Hex.sha256().digest(library)) + "`");
    assertThat(ASSETS.resolve("vendor/oauth4webapi.LICENSE.md")).content().contains("MIT License");
  }
}
