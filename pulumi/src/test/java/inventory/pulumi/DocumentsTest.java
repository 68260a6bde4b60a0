package inventory.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.pulumi.settings.SettingKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentsTest {

  @Test
  void theReadmeListsEverySettingAsItIs() throws IOException {
    String rows =
        SettingKeys.ALL.stream()
            .map(
                setting ->
                    "| `%s` | %s | %s | %s |\n"
                        .formatted(
                            setting.key(),
                            setting.type(),
                            setting
                                .otherwise()
                                .map(value -> value.isEmpty() ? "none" : "`" + value + "`")
                                .orElse("must be set"),
                            setting.meaning()))
            .collect(Collectors.joining());

    new GeneratedPart("pulumi/README.md", "settings")
        .assertIs("| key | type | default | meaning |\n|---|---|---|---|\n" + rows);
  }

  @Test
  void theMatrixOfRightsIsThatOfTheProgram() throws IOException {
    Map<String, List<PolicyStatement>> byRole =
        Stream.of("iam/rolePolicy:RolePolicy", "iam/policy:Policy")
            .flatMap(Stack.of(Stack.PROD).declaration()::ofType)
            .flatMap(PolicyStatement::of)
            .collect(
                Collectors.groupingBy(
                    statement -> statement.owner().name(), TreeMap::new, Collectors.toList()));
    StringBuilder rows = new StringBuilder("| role | may | on |\n|---|---|---|\n");
    byRole.forEach(
        (role, statements) -> statements.forEach(statement -> rows.append(row(role, statement))));

    new GeneratedPart("docs/security.md", "rights").assertIs(rows.toString());
  }

  @Test
  void theTableOfTheServicesCallsIsThatOfTheProgram() throws IOException {
    String rows =
        String.join(
            "", ServiceCall.rows(Stack.of(Stack.PROD).declaration(), DocumentsTest::shortened));

    new GeneratedPart("docs/security.md", "service-calls")
        .assertIs("| caller | on | may |\n|---|---|---|\n" + rows);
  }

  @Test
  void eachAlarmHasARunbookAndEachRunbookAnAlarm() throws IOException {
    Pattern reference = Pattern.compile(". Runbook: docs/runbooks/([a-z-]+)\\.md$");
    Set<String> named = new TreeSet<>();
    for (String settings : List.of(Stack.PROD, Stack.PROD_TASKS)) {
      Stack.of(settings)
          .declaration()
          .ofType("cloudwatch/metricAlarm:MetricAlarm")
          .filter(alarm -> alarm.at("okActions") != null)
          .forEach(
              alarm -> {
                Matcher matcher = reference.matcher((String) alarm.at("alarmDescription"));
                assertThat(matcher.find()).as("%s names its runbook", alarm).isTrue();
                named.add(matcher.group(1));
              });
    }
    Path folder = Stack.root().resolve("docs/runbooks");
    String index = Files.readString(folder.resolve("README.md"));
    try (Stream<Path> pages = Files.list(folder)) {
      assertThat(
              pages
                  .map(page -> page.getFileName().toString())
                  .filter(page -> !page.equals("README.md"))
                  .map(page -> page.replace(".md", "")))
          .containsExactlyInAnyOrderElementsOf(named)
          .allSatisfy(page -> assertThat(index).contains("(" + page + ".md)"));
    }
  }

  private static String row(String role, PolicyStatement statement) {
    return "| %s | %s | %s |\n"
        .formatted(
            role,
            code(statement.actions().stream()),
            code(statement.resources().stream().map(DocumentsTest::shortened)));
  }

  private static String code(Stream<String> texts) {
    return texts.map(text -> "`" + text + "`").collect(Collectors.joining(", "));
  }

  /** Without the common part of all ARNs and random parts. */
  private static String shortened(String arn) {
    return arn.replace("arn:aws:", "")
        .replace(":" + Declaration.REGION + ":" + Declaration.ACCOUNT, "")
        .replace(":" + Declaration.ACCOUNT, "")
        .replace("-1234567", "")
        .replaceFirst(":::?", ":");
  }

  @Test
  void everyWildcardIsListedWithItsReason() throws IOException {
    String rows =
        Arrays.stream(Wildcards.values())
            .map(
                wildcard ->
                    "| %s | %s |\n"
                        .formatted(
                            wildcard.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            wildcard.reason()))
            .collect(Collectors.joining());

    new GeneratedPart("docs/security.md", "wildcards")
        .assertIs("| wildcard | reason |\n|---|---|\n" + rows);
  }
}
