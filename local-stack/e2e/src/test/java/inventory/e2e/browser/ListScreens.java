package inventory.e2e.browser;

import static inventory.e2e.browser.Dashboard.place;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Tests searching, sorting, paging and saving of lists. */
interface ListScreens extends Screen {

  @Test
  default void theItemsOfAWarehouseAreSavedAsCsv() {
    dashboard().openAs("viewer", place("warehouses", "Berlin"));
    dashboard().awaitText(dashboard().rowOf("Echo Plus"), "Out of stock");

    dashboard().click(By.xpath("//button[.='CSV']"));

    awaitDownload("Berlin", "Echo (2nd Gen)");
  }

  @Test
  default void aLongListIsPagedThroughCompletely() {
    String rows =
        IntStream.range(0, 250)
            .mapToObj(
                i -> Rows.row("Long", "item-%03d".formatted(i), "Item number %d".formatted(i), i))
            .collect(Collectors.joining());
    dashboard().openAs("operator", "files");
    dashboard().awaitText(By.className("drop"), "Drop CSV files here");
    dashboard().drop("long.csv", Rows.file(rows));
    dashboard().awaitText(By.className("upload"), "250 rows applied");
    dashboard().open(place("warehouses", "Long"));
    Set<String> seen = new HashSet<>();
    for (int page = 1; page <= 3; page++) {
      dashboard().awaitText(By.className("pager"), "Page " + page + " · " + (page < 3 ? 100 : 50));
      dashboard()
          .eventually(
              () -> assertThat(dashboard().all(By.cssSelector("table[aria-busy]"))).isEmpty());
      List<String> ids = dashboard().column(2);
      assertThat(seen).doesNotContainAnyElementsOf(ids);
      seen.addAll(ids);
      if (page < 3) {
        dashboard().click(By.xpath("//nav[@aria-label='Pages']/button[.='Next']"));
      }
    }
    assertThat(seen).hasSize(250);

    dashboard().click(By.xpath("//nav[@aria-label='Pages']/button[.='Previous']"));
    dashboard().awaitText(By.className("pager"), "Page 2");
    dashboard().awaitText(By.tagName("table"), "item-100");
  }

  @Test
  default void anOperatorAddsAWebhookAndSeesItsDeliveries() {
    dashboard().openAs("operator", "notifications");
    dashboard().click(By.xpath("//button[.='Add a webhook']"));
    dashboard()
        .browser()
        .findElement(By.cssSelector("dialog input[type=url]"))
        .sendKeys("https://hooks.example.com/inventory");
    dashboard().click(By.xpath("//dialog//button[.='Add']"));

    dashboard().awaitText(By.className("secret"), "whsec_");
    dashboard().click(By.xpath("//dialog//button[.='Close']"));
    dashboard().click(By.xpath("//tbody//a[contains(., 'hooks.example.com')]"));
    dashboard().awaitText(By.tagName("main"), "by you");
    dashboard().click(By.xpath("//button[.='Send a test']"));
    dashboard().awaitText(dashboard().rowOf("webhook.test"), "Pending");
    dashboard().click(By.xpath("//button[.='Disable']"));
    dashboard().awaitText(By.className("details"), "Disabled");
    dashboard().click(By.xpath("//button[.='Delete …']"));
    dashboard().click(By.xpath("//dialog//button[.='Delete']"));

    dashboard().awaitHeading("Notifications");
    dashboard().awaitText(By.tagName("main"), "No webhooks");
  }

  @Test
  default void textsNumbersAndDatesAreInTheLanguageOfTheBrowser() {
    dropRows("deutsch", Rows.row("Deutsch", "d", "Tausend", 1234));
    dashboard().openAs("viewer", place("warehouses", "Deutsch"));
    dashboard().awaitText(dashboard().rowOf("Tausend"), "1,234");
    dashboard().speak("de-DE,de;q=0.9,en;q=0.8");
    try {
      dashboard().reload();

      dashboard().awaitText(dashboard().rowOf("Tausend"), "1.234");
      dashboard().awaitText(By.tagName("thead"), "Bestand");
      assertThat(dashboard().execute("return document.documentElement.lang")).isEqualTo("de");
      assertThat(dashboard().browser().getTitle()).isEqualTo("Deutsch · Inventar");
    } finally {
      dashboard().speak("en-GB,en;q=0.9");
      dashboard().reload();
    }
    dashboard().awaitText(By.tagName("thead"), "Level");
  }

  @Test
  default void aWarehouseIsSearchedFilteredAndSorted() {
    dashboard().openAs("viewer", place("warehouses", "Berlin"));
    dashboard().awaitText(dashboard().rowOf("Echo Plus"), "Out of stock");

    dashboard().click(By.xpath("//th/button[.='Level']"));
    dashboard().click(By.xpath("//th[@aria-sort='ascending']/button[.='Level']"));
    dashboard()
        .eventually(
            () ->
                assertThat(dashboard().column(3))
                    .containsExactly("19", "18", "15", "12", "10", "0"));

    dashboard().browser().findElement(By.cssSelector("input[inputmode=numeric]")).sendKeys("12");
    dashboard()
        .eventually(() -> assertThat(dashboard().column(3)).containsExactly("19", "18", "15"));

    dashboard()
        .browser()
        .findElement(By.cssSelector(".filters input[type=search]"))
        .sendKeys("Echo");
    dashboard().eventually(() -> assertThat(dashboard().column(3)).containsExactly("19", "18"));
    assertThat(dashboard().browser().getCurrentUrl()).contains("greaterThan=12", "query=Echo");
  }
}
