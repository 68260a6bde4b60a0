package inventory.e2e.browser;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * The paths alone, in a short build; a full one tests them with the system of {@link DashboardIT}.
 */
@Tag("short")
class PathsIT implements Paths {

  @TempDir private static Path downloads;

  private static LocalSystem system;
  private static ChromeDriver browser;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    system = new LocalSystem();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.quit();
    }
    system.close();
  }

  @Override
  public Dashboard dashboard() {
    if (browser == null) {
      Chromium.require();
      browser = Chromium.start(downloads);
    }
    return new Dashboard(browser, system.page());
  }

  @Override
  public LocalSystem system() {
    return system;
  }

  @Override
  public Path downloads() {
    return downloads;
  }
}
