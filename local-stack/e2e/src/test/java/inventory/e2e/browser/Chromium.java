package inventory.e2e.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Headless Chromium, as Debian packages it. */
public final class Chromium {

  /** The variable that makes a missing browser fail the build. */
  static final String VARIABLE = "INVENTORY_BROWSER";

  /** The browser's time zone, different from that of the services. */
  static final String ZONE = "Asia/Kolkata";

  private static final String REQUIRED = "required";
  private static final String WINDOW = "--window-size=1280,900";

  private Chromium() {}

  /** Without a browser, skips the tests with a reason, or fails if a browser is required. */
  public static void require() {
    Optional<String> missing =
        Stream.of("chromium", "chromedriver")
            .filter(program -> find(program).isEmpty())
            .findFirst()
            .map(
                program ->
                    "No browser, so the dashboard is not tested: there is no "
                        + program
                        + " in the PATH; Debian has it in chromium and chromium-driver");
    if (missing.isPresent() && REQUIRED.equals(System.getenv(VARIABLE))) {
      throw new AssertionError(missing.get() + ", and " + VARIABLE + " is " + REQUIRED);
    }
    missing.ifPresent(Assumptions::abort);
  }

  private static Optional<File> find(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .map(Path::toFile)
        .findFirst();
  }

  /**
   * Starts it.
   *
   * @param downloads the folder for downloads
   */
  public static ChromeDriver start(Path downloads) {
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(find("chromedriver").orElseThrow())
            .usingAnyFreePort()
            .withEnvironment(Map.of("TZ", ZONE))
            .build();
    return new ChromeDriver(service, options(downloads));
  }

  private static ChromeOptions options(Path downloads) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(find("chromium").orElseThrow());
    options.addArguments(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--lang=en-GB",
            WINDOW));
    options.setExperimentalOption(
        "prefs",
        Map.of(
            "download.default_directory", downloads.toString(), "intl.accept_languages", "en-GB"));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    return options;
  }
}
