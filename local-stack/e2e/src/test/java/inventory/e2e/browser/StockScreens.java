package inventory.e2e.browser;

import static inventory.e2e.browser.Dashboard.place;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Tests warehouses and items: levels, and their movements. */
interface StockScreens extends Screen {

  @Test
  default void aLevelChangesOnThePageByItself() {
    dropRows("follow-1", Rows.row("Followed", "f", "Followed item", 100));
    dashboard().openAs("viewer", place("warehouses", "Followed"));
    dashboard().awaitText(dashboard().rowOf("Followed item"), "100");
    dashboard().execute("window.isTheSamePage = true");

    dropRows("follow-2", Rows.row("Followed", "f", "Followed item", 11));

    dashboard().awaitText(dashboard().rowOf("Followed item"), "111");
    assertThat(dashboard().execute("return window.isTheSamePage")).isEqualTo(true);
  }

  @Test
  default void aNumberIsExplainedByItsCountAndTheLaterChanges() {
    system().drop("explained-count.csv", "store,item,count\nExplained,widget,40\n");
    dashboard().openAs("viewer", "items/widget?warehouse=Explained");
    dashboard().awaitText(By.className("sum"), "40");
    String later = Instant.now().plusSeconds(1).toString();
    system()
        .drop(
            "explained-changes.csv",
            Rows.file(
                Rows.row(later, "Explained", "widget", "Widget", -7),
                Rows.row(later, "Explained", "widget", "Widget", 4)));

    dashboard().awaitText(By.className("sum"), "37 = 40 counted");
    dashboard().awaitText(By.className("sum"), "+ 4 in − 7 out (2 movements since)");
    dashboard().awaitText(dashboard().rowOf("-7"), "explained-changes.csv line 2");
    dashboard().awaitText(dashboard().rowOf("= 40"), "explained-count.csv line 2");
  }

  @Test
  default void anItemIsFoundByKeyboardAlone() {
    dashboard().openAs("viewer", "");
    dashboard().awaitHeading("Overview");

    dashboard().browser().switchTo().activeElement().sendKeys("/");
    dashboard().browser().switchTo().activeElement().sendKeys("Kaffee");
    dashboard().awaitText(By.id("found-items"), "Kaffeebohnen");
    dashboard().browser().switchTo().activeElement().sendKeys(Keys.ARROW_DOWN, Keys.ENTER);

    dashboard().awaitHeading("Kaffeebohnen");
    assertThat(dashboard().browser().getCurrentUrl()).endsWith("#/items/r345v7");
  }

  @Test
  default void namesAreShownAsTextAndNeverAsHtml() {
    String name = " <img src=x onerror=\"document.title='hacked'\"> & 漢 ";
    String id = "a/b #?%+&ü\"<b>";
    dropRows("odd", Rows.row("<i>Odd</i> / 100 %", id, name, 5));

    dashboard().openAs("operator", place("warehouses", "<i>Odd</i> / 100 %"));
    dashboard()
        .eventually(
            () ->
                assertThat(
                        dashboard()
                            .execute("return document.querySelector('tbody a .name')?.textContent"))
                    .isEqualTo(name));
    dashboard().open(place("items", id));
    dashboard()
        .eventually(
            () ->
                assertThat(
                        dashboard()
                            .execute("return document.querySelector('h1 .name')?.textContent"))
                    .isEqualTo(name));
    dashboard().awaitText(By.tagName("table"), "<i>Odd</i> / 100 %");
    assertThat(dashboard().all(By.cssSelector("main img, main i, main b"))).isEmpty();
    assertThat(dashboard().browser().getTitle()).isEqualTo(id + " · Inventory");
  }
}
