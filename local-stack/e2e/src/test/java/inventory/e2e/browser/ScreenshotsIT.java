package inventory.e2e.browser;

import static org.assertj.core.api.Assumptions.assumeThat;

import inventory.launcher.demo.Demo;
import inventory.launcher.terminal.Terminal;
import inventory.stack.Installation;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;

/** Takes the pictures of the documentation with the data of the demo; only on request. */
class ScreenshotsIT {

  private static final String FOLDER = "screenshots";
  private static final long SEED = 2026;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int SCREEN = 1280;
  private static final int PHONE = 390;

  @TempDir private Path downloads;

  private Path folder;
  private Dashboard dashboard;

  @Test
  void eachPageIsSavedToTheFolderThatIsAskedFor() throws Exception {
    assumeThat(System.getProperty(FOLDER))
        .as("pictures are taken with -D%s=docs/images", FOLDER)
        .isNotNull();
    Chromium.require();
    folder = Installation.find().root().resolve(System.getProperty(FOLDER));
    Files.createDirectories(folder);
    try (LocalSystem system = new LocalSystem()) {
      PrintStream nowhere =
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
      new Demo(system.stack(), new Terminal(nowhere, false), PATIENCE).run(SEED);
      ChromeDriver browser = Chromium.start(downloads);
      try {
        dashboard = new Dashboard(browser, system.page());
        saveAll();
      } finally {
        browser.quit();
      }
    }
  }

  private void saveAll() {
    dashboard.device(SCREEN, 1.5);
    dashboard.prefer("light");
    save("overview", "", "Zürich 1");
    save("warehouse", Dashboard.place("warehouses", "Hamburg 2"), "Kaffeebohnen");
    save("item", "items/a123v5?warehouse=Hamburg%202", "counted");
    dashboard.openAs("operator", "files");
    dashboard.awaitText(By.tagName("main"), "inventory-again.csv");
    dropOnPage();
    save("reorder", "reorder", "Echo Plus");
    save("alerts", "alerts", "Echo Plus");
    save("validation", "validation", "Completed");
    openFirst("//tbody//th//a", "validation-run", "Worst findings");
    dashboard.openAs("operator", "files?status=PARTIAL");
    openFirst("//tbody//th//a", "file", "Download rejects");
    dashboard.prefer("dark");
    save("overview-dark", "", "Zürich 1");
    save("item-dark", "items/a123v5?warehouse=Hamburg%202", "counted");
    dashboard.device(PHONE, 2);
    save("phone", Dashboard.place("warehouses", "Hamburg 2"), "Kaffeebohnen");
  }

  /** The upload area, with a finished file. */
  private void dropOnPage() {
    dashboard.drop(
        "morning.csv",
        Rows.file(
            Rows.row("Leipzig 3", "t90k04", "Tee, grün", 24),
            Rows.row("Leipzig 3", "c77m20", "Mug, 0.3 l", 12)));
    dashboard.awaitText(By.className("upload"), "2 rows applied");
    dashboard.awaitText(dashboard.rowOf("morning"), "Applied");
    picture("files");
  }

  private void save(String name, String place, String text) {
    dashboard.openAs("operator", place);
    dashboard.awaitText(By.tagName("main"), text);
    picture(name);
  }

  private void openFirst(String link, String name, String text) {
    dashboard.click(By.xpath(link));
    dashboard.awaitText(By.tagName("main"), text);
    picture(name);
  }

  private void picture(String name) {
    try {
      Files.write(
          folder.resolve(name + ".png"), dashboard.browser().getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
