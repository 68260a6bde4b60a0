package inventory.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Tests every page, light and dark, on a screen and on a phone. */
interface Accessibility extends Screen {

  /** The severities of axe that fail a test. */
  Set<String> SERIOUS = Set.of("serious", "critical");

  /** The route of each page, with a text that appears as soon as it is rendered. */
  Map<String, String> PAGES =
      Map.ofEntries(
          Map.entry("", "Berlin"),
          Map.entry("warehouses", "Berlin"),
          Map.entry("warehouses/Berlin", "Echo Plus"),
          Map.entry("items/Echo%20Plus?warehouse=Berlin", "= 0 counted"),
          Map.entry("reorder", "Echo Plus"),
          Map.entry("files", "inventory-berlin.csv"),
          Map.entry("alerts", "Echo Plus"),
          Map.entry("validation", "Runs, newest first"),
          Map.entry("notifications", "Webhooks"),
          Map.entry("audit", "Decisions"),
          Map.entry("items/nowhere", "This could not be loaded"));

  /** The dark pages have other colours and nothing else. */
  @Test
  default void noPageHasASeriousViolationOrIsTooFaintInTheDark() {
    Map<String, String> places = new LinkedHashMap<>(PAGES);
    show("files", "inventory-berlin.csv");
    dashboard().click(By.cssSelector("tbody th a"));
    dashboard().awaitText(By.tagName("main"), "Record");
    String url = dashboard().browser().getCurrentUrl();
    places.put(url.substring(url.indexOf("#/") + 2), "Record");
    places.forEach(
        (place, text) -> {
          dashboard().prefer("light");
          show(place, text);
          assertThat(violations(axe())).as(place).isEmpty();
          dashboard().prefer("dark");
          assertThat(violations(axe().withOnlyRules(List.of("color-contrast"))))
              .as(place + " in the dark")
              .isEmpty();
        });
  }

  /** Without a window of its own for its report: the pages have no frames. */
  @SuppressWarnings("deprecation")
  private static AxeBuilder axe() {
    return new AxeBuilder().setLegacyMode();
  }

  @Test
  default void theLoginPageHasNoSeriousViolation() {
    dashboard().open("");
    dashboard().execute("localStorage.clear()");
    dashboard().reload();
    dashboard().awaitText(By.tagName("button"), "Sign in");

    assertThat(violations(axe())).isEmpty();
  }

  @Test
  default void noPageIsWiderThanAPhone() {
    dashboard().device(375, 2);
    try {
      PAGES.forEach(
          (place, text) -> {
            show(place, text);
            assertThat(dashboard().execute("return document.documentElement.scrollWidth <= 375"))
                .as(place)
                .isEqualTo(true);
          });
    } finally {
      dashboard().device(0, 0);
    }
  }

  private void show(String place, String text) {
    dashboard().openAs("operator", place);
    dashboard().awaitText(By.tagName("main"), text);
  }

  private List<String> violations(AxeBuilder axe) {
    return axe.analyze(dashboard().browser()).getViolations().stream()
        .filter(rule -> SERIOUS.contains(rule.getImpact()))
        .map(Accessibility::words)
        .toList();
  }

  private static String words(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + ": " + rule.getNodes();
  }
}
