package inventory.model.recipients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import inventory.model.AlertId;
import inventory.model.StockKey;
import inventory.model.recipients.RecipientRule.Escalation;
import inventory.model.recipients.Schedule.QuietHours;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientRulesTest {

  private static final String FULL =
      """
      {
        "reason": "Hamburg has a buyer of its own",
        "rules": [
          {
            "name": "north",
            "warehouses": ["Hamburg*", "Bremen 4"],
            "items": ["shirt-*"],
            "to": ["north@example.com", "buyer+1@example.com", "north@example.com"],
            "timeZone": "Europe/Berlin",
            "digestAt": ["16:00", "08:00"],
            "quietHours": {"from": "20:00", "to": "07:00"},
            "outOfStockWaits": true,
            "remindAfter": "4h",
            "escalateAfter": "2d",
            "escalateTo": ["head@example.com"]
          }
        ]
      }
      """;

  @Test
  void aRuleIsReadWithAllItsFields() throws InvalidRecipientsException {
    RecipientRules rules = RecipientRules.parse(FULL);

    assertThat(rules.reason()).isEqualTo("Hamburg has a buyer of its own");
    assertThat(rules.rules())
        .containsExactly(
            new RecipientRule(
                "north",
                List.of("Hamburg*", "Bremen 4"),
                List.of("shirt-*"),
                List.of("north@example.com", "buyer+1@example.com"),
                new Schedule(
                    ZoneId.of("Europe/Berlin"),
                    List.of(LocalTime.of(8, 0), LocalTime.of(16, 0)),
                    Optional.of(new QuietHours(LocalTime.of(20, 0), LocalTime.of(7, 0))),
                    true),
                Optional.of(Duration.ofHours(4)),
                Optional.of(new Escalation(Duration.ofDays(2), List.of("head@example.com")))));
    assertThat(rules.find("north")).isPresent();
    assertThat(rules.find("South")).isEmpty();
  }

  @Test
  void aShortRuleIsAboutAllStockAndImmediate() throws InvalidRecipientsException {
    RecipientRule rule = only("{\"name\": \"all\", \"to\": [\"a@b\"]}");

    assertThat(rule.schedule())
        .isEqualTo(new Schedule(ZoneId.of("UTC"), List.of(), Optional.empty(), false));
    assertThat(rule.matches(AlertId.of(new StockKey("Berlin", "shirt")))).isTrue();
    assertThat(rule.matches(AlertId.ofTotal("shirt"))).isTrue();
    assertThat(rule.remindAfter()).isEmpty();
    assertThat(rule.escalation()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Berlin, Berlin, true",
    "Berlin, Berlin 1, false",
    "Berlin*, Berlin, true",
    "Berlin*, Berlin 1, true",
    "*lin*1, Berlin 1, true",
    "*lin*1, Berlin 12, false",
    "*a*a*a*, banana, true",
    "*a*a*a*a*, banana, false",
    "**, x, true",
    "B.rlin, Berlin, false",
    "berlin, Berlin, false"
  })
  void aStarStandsForAnyCharacters(String pattern, String warehouse, boolean matches)
      throws InvalidRecipientsException {
    RecipientRule rule =
        only("{\"name\": \"x\", \"to\": [\"a@b\"], \"warehouses\": [\"" + pattern + "\"]}");

    assertThat(rule.matches(AlertId.of(new StockKey(warehouse, "shirt")))).isEqualTo(matches);
  }

  @Test
  void anAlertOnATotalNeedsAPatternForAllWarehouses() throws InvalidRecipientsException {
    RecipientRule rule =
        only(
            "{\"name\": \"x\", \"to\": [\"a@b\"], \"warehouses\": [\"B*\"], \"items\":"
                + " [\"shirt\"]}");

    assertThat(rule.matches(AlertId.ofTotal("shirt"))).isFalse();
    assertThat(rule.matches(AlertId.of(new StockKey("Berlin", "shoe")))).isFalse();
    assertThat(rule.matches(AlertId.of(new StockKey("Berlin", "shirt")))).isTrue();
  }

  @Test
  void everyProblemIsNamedWithItsPlace() {
    String json =
        """
        {"rules": [
          {"name": "a/b", "to": []},
          {"name": "north", "to": ["x@y.com", "nobody"], "excalateTo": ["a@b"]},
          {"name": "North", "to": ["a@b"], "digestAt": ["8:00"], "escalateAfter": "4h"},
          {"to": "a@b", "quietHours": {"from": "07:00", "to": "07:00"}, "timeZone": "Berlin"}
        ]}
        """;

    assertThat(problems(json))
        .containsExactly(
            "line 2, column 12, rules[1].name: must be 1 to 40 letters, digits, spaces, or any of"
                + " ._-",
            "line 2, column 25, rules[1].to: must be an array of 1 to 50 entries",
            "line 3, column 64, rules[2].excalateTo: unknown field; the fields are [digestAt,"
                + " escalateAfter, escalateTo, items, name, outOfStockWaits, quietHours,"
                + " remindAfter, timeZone, to, warehouses]",
            "line 3, column 39, rules[2].to[2]: must be an e-mail address, such as"
                + " stock@example.com",
            "line 4, column 12, rules[3].name: another rule has this name; names must differ",
            "line 4, column 3, rules[3]: the field timeZone is missing",
            "line 4, column 49, rules[3].digestAt[1]: must be a time of day, such as 08:00",
            "line 4, column 3, rules[3]: the field escalateTo is missing",
            "line 5, column 3, rules[4]: the field name is missing",
            "line 5, column 10, rules[4].to: must be an array of 1 to 50 entries",
            "line 5, column 77, rules[4].timeZone: must be a time zone, such as Europe/Berlin",
            "line 5, column 31, rules[4].quietHours: from and to must differ: nobody would ever be"
                + " notified");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b\\r\\nBcc: c@d",
        "a@b,c@d",
        "a@b;c@d",
        "Ada <a@b>",
        "a b@c",
        "@b",
        "a@",
        "a..b@c",
        ".a@b",
        "a@-b",
        "a@b..c",
        "a@b\\u0000",
        "ä@b"
      })
  void anAddressCannotAddARecipientOrAHeader(String address) {
    assertThat(problems("{\"rules\": [{\"name\": \"x\", \"to\": [\"" + address + "\"]}]}"))
        .hasSize(1)
        .allMatch(
            problem -> problem.endsWith("must be an e-mail address, such as stock@example.com"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | line 1, column 1: the document is empty",
        "[] | line 1, column 1: must be an object",
        "{} | line 1, column 1: the field rules is missing",
        "{\"rules\": [] | line 1, column 13: not valid JSON: Unexpected end-of-input: expected close"
            + " marker for Object (start marker at [Source: REDACTED",
        "{\"rules\": []} x | line 1, column 16: not valid JSON: Unrecognized token 'x'",
        "{\"rules\": [], \"rules\": []} | line 1, column 22: not valid JSON: Duplicate field 'rules'",
        "{\"rules\": null} | line 1, column 1: the field rules is missing",
        "{\"rules\": [7]} | line 1, column 12, rules[1]: must be an object",
        "{\"rules\": [], \"reason\": 1e999999999} | line 1, column 25, reason: must be a text in"
            + " quotes"
      })
  void aDocumentThatHasNoRulesIsRejectedWithItsPlace(String json, String problem) {
    assertThat(problems(json)).hasSize(1).allMatch(found -> found.startsWith(problem));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "31d", "4", "h", "-4h", "1.5h", "4 h", "99999999s"})
  void aDelayIsAWholeNumberOfAUnitUpToThirtyDays(String delay) {
    assertThat(
            problems(
                "{\"rules\": [{\"name\": \"x\", \"to\": [\"a@b\"], \"remindAfter\": \""
                    + delay
                    + "\"}]}"))
        .containsExactly(
            "line 1, column 56, rules[1].remindAfter: must be a duration from 1s to 30d, such as"
                + " 30m, 4h or 2d");
  }

  @Test
  void rulesAreBounded() throws InvalidRecipientsException {
    assertThat(RecipientRules.parse(rules(RecipientRules.MAX_RULES)).rules())
        .hasSize(RecipientRules.MAX_RULES);
    assertThat(problems(rules(RecipientRules.MAX_RULES + 1)))
        .containsExactly("line 1, column 11, rules: must be an array of 0 to 50 entries");
    assertThat(problems("{\"rules\": []}" + " ".repeat(RecipientRules.MAX_BYTES)))
        .containsExactly("line 1, column 1: it has 65549 bytes; the limit is 65536");
    assertThat(problems("[".repeat(1_000))).hasSize(1);
  }

  private static String rules(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{\"name\": \"" + i + "\", \"to\": [\"a@b\"]}")
        .collect(Collectors.joining(", ", "{\"rules\": [", "]}"));
  }

  private static RecipientRule only(String rule) throws InvalidRecipientsException {
    return RecipientRules.parse("{\"rules\": [" + rule + "]}").rules().get(0);
  }

  private static List<String> problems(String json) {
    InvalidRecipientsException invalid =
        catchThrowableOfType(InvalidRecipientsException.class, () -> RecipientRules.parse(json));
    return invalid.problems().stream().map(InvalidRecipientsException.Problem::toString).toList();
  }
}
