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
    dashboard().awaitText(By.id("search-found"), "Kaffeebohnen");
    dashboard().browser().switchTo().activeElement().sendKeys(Keys.ARROW_DOWN, Keys.ENTER);

    dashboard().awaitHeading("Kaffeebohnen");
    assertThat(dashboard().browser().getCurrentUrl()).endsWith("#/items/r345v7");
  }

  @Test
  default void aThresholdIsEditedInPlace() {
    dropRows("edited", Rows.row("Edited", "edit-me", "Edited item", 30));
    dashboard().openAs("operator", "items/edit-me");
    dashboard().awaitText(dashboard().rowOf("Edited"), "OK");

    dashboard().click(By.xpath("//tbody//button[contains(@aria-label, 'threshold in Edited')]"));
    dashboard().awaitText(By.tagName("dialog"), "No threshold is set here");
    dashboard()
        .execute(
            """
            const [below, upTo] = document.querySelectorAll('dialog input[type=number]');
            const set = (input, value) => {
              input.value = value;
              input.dispatchEvent(new Event('input', { bubbles: true }));
            };
            set(below, '40');
            set(upTo, '90');
            """);
    dashboard().click(By.xpath("//dialog//button[.='Save']"));

    dashboard().awaitText(dashboard().rowOf("Edited"), "Low");
    dashboard().awaitText(dashboard().rowOf("Edited"), "60");
    dashboard().open("reorder?warehouse=Edited");
    dashboard().awaitText(dashboard().rowOf("Edited item"), "60");
    dashboard().open("items/edit-me");
    dashboard().click(By.xpath("//tbody//button[contains(@aria-label, 'threshold in Edited')]"));
    dashboard().awaitText(By.tagName("dialog"), "by you");
    dashboard().click(By.xpath("//dialog//button[.='Remove this threshold']"));
    dashboard().awaitText(dashboard().rowOf("Edited"), "OK");
  }

  @Test
  default void theStockOfAWarehouseIsShownAsOfAnEarlierTime() {
    String before = Instant.now().minusSeconds(7200).toString();
    String later = Instant.now().minusSeconds(60).toString();
    system()
        .drop(
            "past.csv",
            Rows.file(
                Rows.row(before, "Past", "p", "Past item", 50),
                Rows.row(later, "Past", "p", "Past item", -8)));
    dashboard().openAs("viewer", place("warehouses", "Past"));
    dashboard().awaitText(dashboard().rowOf("Past item"), "42");

    dashboard()
        .open(place("warehouses", "Past") + "?at=" + Instant.now().minusSeconds(3600).toString());

    dashboard().awaitText(dashboard().rowOf("Past item"), "50");
    dashboard().open("items/p?warehouse=Past");
    dashboard().awaitText(By.tagName("main"), "Trend by day in Past");
    dashboard().click(By.tagName("summary"));
    dashboard().awaitText(By.tagName("details"), "42");
  }

  @Test
  default void aWarehouseIsFoundByTheStartOfItsNameInAnyCase() {
    dashboard().openAs("viewer", "");
    dashboard().awaitHeading("Overview");

    dashboard().browser().findElement(By.id("search")).sendKeys("berl");
    dashboard().awaitText(By.id("search-found"), "Berlin");
    dashboard().browser().findElement(By.id("search")).sendKeys(Keys.ENTER);

    dashboard().awaitHeading("Berlin");
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
