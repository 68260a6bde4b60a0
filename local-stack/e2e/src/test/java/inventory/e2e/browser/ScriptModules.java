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
  default void levelsAreComputedBackFromNowIfOlderMovementsAreUnknown() {
    dashboard().open("");
    String changes =
        "[{kind: 'CHANGE', change: 5, time: '2026-01-02T00:00:00Z'},"
            + " {kind: 'CHANGE', change: -2, time: '2026-01-01T00:00:00Z'}]";
    String count =
        "[{kind: 'CHANGE', change: 5, time: '2026-01-03T00:00:00Z'},"
            + " {kind: 'COUNT', count: 8, time: '2026-01-02T00:00:00Z'},"
            + " {kind: 'CHANGE', change: -2, time: '2026-01-01T00:00:00Z'}]";

    assertThat(dashboard().call("levels.js", "m.levelsAfter(" + changes + ", 20n, false)"))
        .isEqualTo("20,15");
    assertThat(dashboard().call("levels.js", "m.levelsAfter(" + changes + ", 3n, true)"))
        .isEqualTo("3,-2");
    assertThat(dashboard().call("levels.js", "m.levelsAfter(" + count + ", 13n, false)"))
        .isEqualTo("13,8,");
  }
}
