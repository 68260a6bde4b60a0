package inventory.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.launcher.demo.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;

/** Tests the paths and the dashboard; all groups of tests share one system and one browser. */
@Tag("full")
class DashboardIT
    implements Paths,
        LoginScreens,
        FileScreens,
        StockScreens,
        ListScreens,
        LiveScreens,
        ScriptModules,
        Accessibility {

  @TempDir private static Path downloads;

  private static LocalSystem system;
  private static ChromeDriver browser;
  private static Dashboard dashboard;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Chromium.require();
    system = new LocalSystem();
    for (Samples.Sample sample : List.of(Samples.TRANSACTIONS, Samples.COUNTS)) {
      system.drop(sample.key(), sample.text());
    }
    browser = Chromium.start(downloads);
    dashboard = new Dashboard(browser, system.page());
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.quit();
    }
    if (system != null) {
      system.close();
    }
  }

  @AfterEach
  void thePageNeverViolatedItsContentSecurityPolicy() {
    assertThat(dashboard.complaints()).noneMatch(text -> text.contains("Content Security Policy"));
  }

  @Override
  public Dashboard dashboard() {
    return dashboard;
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
