package inventory.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tests the modules of the page. */
interface ScriptModules extends Screen {

  @Test
  default void numbersOfAnySizeAreReadWithoutLoss() {
    dashboard().open("");

    assertThat(
            dashboard()
                .call(
                    "numbers.js",
                    "m.parseJson('{\"a\":-12345678901234567890123456789012345678,\"b\":\"1234567890123456789\","
                        + "\"c\":[0.12345678901234567890,1e300,7]}').a"))
        .isEqualTo("-12345678901234567890123456789012345678");
    assertThat(
            dashboard()
                .call(
                    "numbers.js",
                    "JSON.stringify(m.parseJson('[\"12345678901234567890\",0.5,7]'))"))
        .isEqualTo("[\"12345678901234567890\",0.5,7]");
    assertThat(dashboard().call("numbers.js", "m.formatUnits(-12345678901234567890n)"))
        .isEqualTo("-12,345,678,901,234,567,890");
  }

  @Test
  default void aLevelIsExplainedByTheBalancesOfTheApi() {
    dashboard().open("");
    String count =
        "[{kind: 'CHANGE', change: 10000, balance: 5100}, {kind: 'CHANGE', change: -2, balance: 98},"
            + " {kind: 'COUNT', count: 100, balance: 100}, {kind: 'CHANGE', change: 7}]";
    String changes =
        "[{kind: 'CHANGE', change: 5, balance: 20}, {kind: 'CHANGE', change: 3, balance: 15}]";
    String unknown =
        "[{kind: 'CHANGE', change: 5, balance: 20}, {kind: 'CHANGE', change: 3},"
            + " {kind: 'COUNT', count: 9, balance: 9}]";

    assertThat(explanation(count, false)).isEqualTo("5100,100,2,5002,-2");
    assertThat(explanation(changes, false)).isEqualTo("20,15,1,5,0");
    assertThat(explanation(changes, true)).isEqualTo("20,0,2,20,0");
    assertThat(explanation(unknown, true)).isEqualTo("20,9,2,,");
  }

  @Test
  default void daysOfWarehousesAreAddedUpAndUnknownNumbersStayUnknown() {
    dashboard().open("");
    String histories =
        "[[{day: '2026-01-01', opening: 0, in: 5, out: 0, counted: 0, closing: 5},"
            + " {day: '2026-01-02', opening: 5, in: 0, out: 2, counted: 0, closing: 3}],"
            + " [{day: '2026-01-02', opening: 0, in: 9, out: 0, counted: null, closing: null}]]";

    assertThat(
            dashboard()
                .call(
                    "levels.js",
                    "m.sumByDay(%s).map((row) => Object.values(row).join()).join(' ')"
                        .formatted(histories)))
        .isEqualTo("2026-01-01,0,5,0,0,5 2026-01-02,5,9,2,,");
  }

  private String explanation(String movements, boolean complete) {
    return dashboard()
        .call(
            "levels.js",
            "(({level, begin, movements, came, went}) => [level, begin, movements, came, went].join())"
                + "(m.explanation(%s, %s))".formatted(movements, complete));
  }
}
