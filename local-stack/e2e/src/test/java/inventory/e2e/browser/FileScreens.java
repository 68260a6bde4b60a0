package inventory.e2e.browser;

import static inventory.e2e.browser.Dashboard.place;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Tests uploads and their results. */
interface FileScreens extends Screen {

  @Test
  default void aDroppedFileIsAppliedAndItsLevelShownWithAllDigits() {
    dashboard().openAs("operator", "files");
    dashboard().awaitText(By.className("drop"), "Drop CSV files here");

    dashboard()
        .drop(
            "dropped here.csv",
            Rows.HEADER + Rows.row("Dropped", "big", "Grains", 9_007_199_254_740_993L));

    dashboard().awaitText(By.className("upload"), "Applied");
    dashboard().awaitText(By.className("upload"), "1 row applied");
    dashboard().open(place("warehouses", "Dropped"));
    dashboard().awaitText(dashboard().rowOf("Grains"), "9,007,199,254,740,993");
  }

  @Test
  default void aBadFileShowsItsErrorsAndOffersItsRejects() {
    dashboard().openAs("operator", "files");
    dashboard().awaitText(By.className("drop"), "Drop CSV files here");

    dashboard()
        .drop("bad rows.csv", Rows.HEADER + Rows.row("Bad", "a", "A", 1) + "\t\tb\tB\tmany\n");

    dashboard().awaitText(By.className("upload"), "Partial");
    dashboard().click(By.xpath("//li[@class='upload']//a[contains(., 'bad rows')]"));
    dashboard().awaitText(By.className("rejects"), "line 3");
    dashboard().click(By.xpath("//button[contains(., 'Download rejects')]"));
    awaitDownload("bad-rows", "many");
  }

  @Test
  default void aFileIsPreviewedAndThenUploaded() {
    dashboard().openAs("operator", "files");
    dashboard().click(By.xpath("//label[contains(., 'Preview a CSV file')]/input"));
    dashboard()
        .drop(
            "careful.csv",
            Rows.HEADER + Rows.row("Careful", "c", "Candles", 17) + "\t\td\tD\tmany\n");

    dashboard().awaitText(By.className("rejects"), "line 3");
    dashboard().awaitText(dashboard().rowOf("Candles"), "17");
    dashboard().click(By.xpath("//button[contains(., 'Upload it')]"));
    dashboard().awaitText(By.className("upload"), "Partial");
    dashboard().open(place("warehouses", "Careful"));
    dashboard().awaitText(dashboard().rowOf("Candles"), "17");
  }

  @Test
  default void aDuplicateIsReleasedAndApplied() {
    String rows = Rows.file(Rows.row("Twice", "t", "Sold twice", 6));
    dashboard().openAs("operator", "files");
    dashboard().awaitText(By.className("drop"), "Drop CSV files here");
    dashboard().drop("first.csv", rows);
    dashboard().awaitText(By.xpath("//li[contains(., 'first.csv')]"), "1 row applied");
    dashboard().drop("again.csv", rows);
    dashboard().awaitText(By.xpath("//li[contains(., 'again.csv')]"), "Duplicate");

    dashboard().click(By.xpath("//li//a[contains(., 'again.csv')]"));
    dashboard().click(By.xpath("//button[.='Release …']"));
    dashboard().click(By.xpath("//dialog//button[.='Release']"));

    dashboard().awaitText(By.className("lead"), "Applied");
    dashboard().open(place("warehouses", "Twice"));
    dashboard().awaitText(dashboard().rowOf("Sold twice"), "12");
  }
}
