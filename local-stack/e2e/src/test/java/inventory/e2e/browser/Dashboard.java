package inventory.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** The dashboard as somebody sees it who uses it. */
public final class Dashboard {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration POLL = Duration.ofMillis(100);

  private final ChromeDriver browser;
  private final URI page;

  /** Looks at it with this browser. */
  public Dashboard(ChromeDriver browser, URI page) {
    this.browser = browser;
    this.page = page;
  }

  /** The place of names that may hold any character. */
  static String place(String... segments) {
    return String.join("/", Stream.of(segments).map(Dashboard::encoded).toList());
  }

  /** Percent-encodes a name. */
  static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Goes to a place, {@code files} for one, by the address bar. */
  public void open(String place) {
    browser.get(page + "#/" + place);
  }

  /** Loads the page anew. */
  void reload() {
    browser.navigate().refresh();
  }

  /** Goes to a place as a user, who logs in if they are not. */
  public void openAs(String user, String place) {
    open(place);
    awaitTrue(
        "return Boolean(document.querySelector('.who-name, .sign-in'))", "the page has started");
    if (!isSignedInAs(user)) {
      execute("sessionStorage.clear()");
      reload();
      signIn(user);
    }
  }

  private boolean isSignedInAs(String user) {
    return browser.findElements(By.className("who-name")).stream()
        .anyMatch(name -> name.getText().startsWith(user));
  }

  /** Logs in from the page that asks for it. */
  void signIn(String user) {
    click(By.xpath("//button[.='Sign in']"));
    await().atMost(PATIENCE).until(() -> !browser.findElements(By.id(user)).isEmpty());
    browser.findElement(By.id(user)).click();
    awaitText(By.className("who-name"), user);
  }

  /** Waits until something has a text, other text beside it. */
  public void awaitText(By element, String text) {
    eventually(
        () ->
            assertThat(browser.findElements(element))
                .as(element + " in " + browser.getCurrentUrl())
                .anySatisfy(found -> assertThat(found.getText()).contains(text)));
  }

  /** Waits until the heading is this. */
  public void awaitHeading(String text) {
    awaitText(By.tagName("h1"), text);
  }

  /** Waits until an assertion holds. */
  void eventually(ThrowingRunnable assertion) {
    await()
        .atMost(PATIENCE)
        .pollInterval(POLL)
        .ignoreExceptionsMatching(Dashboard::isOfRedrawing)
        .untilAsserted(assertion);
  }

  /** What was found may have been drawn anew before it was looked at. */
  private static boolean isOfRedrawing(Throwable failure) {
    return failure instanceof StaleElementReferenceException
        || failure instanceof org.openqa.selenium.NoSuchElementException
        || failure instanceof org.openqa.selenium.ElementNotInteractableException;
  }

  /** Waits until a script returns true. */
  void awaitTrue(String script, String what) {
    await(what)
        .atMost(PATIENCE)
        .pollInterval(POLL)
        .until(() -> execute(script), Boolean.TRUE::equals);
  }

  /** Clicks at something as soon as it is there. */
  void click(By element) {
    eventually(() -> browser.findElement(element).click());
  }

  /** The row of a table that has a text. */
  public By rowOf(String text) {
    return By.xpath("//tbody/tr[contains(., " + quoted(text) + ")]");
  }

  /** The texts of a table's cells in a column, counted from 1. */
  List<String> column(int number) {
    return strings(
        "return Array.from(document.querySelectorAll('tbody tr > :nth-child(' + arguments[0] +"
            + " ')'), cell => cell.textContent)",
        number);
  }

  private static String quoted(String text) {
    return text.contains("'") ? "\"" + text + "\"" : "'" + text + "'";
  }

  @SuppressWarnings("unchecked")
  private List<String> strings(String script, Object... arguments) {
    return (List<String>) execute(script, arguments);
  }

  /** Lets a file fall into the place for it. */
  public void drop(String name, String content) {
    execute(
        """
        const data = new DataTransfer();
        data.items.add(new File([arguments[1]], arguments[0], { type: 'text/csv' }));
        const zone = document.querySelector('.drop');
        for (const type of ['dragover', 'drop']) {
          zone.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
        }
        """,
        name,
        content);
  }

  /** Runs a script in the page. */
  Object execute(String script, Object... arguments) {
    return browser.executeScript(script, arguments);
  }

  /** What a function of one of the page's modules returns, as text. */
  String call(String module, String expression) {
    Object result =
        browser.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            import(arguments[0]).then((m) => done(String(%s)), (error) => done(String(error)));
            """
                .formatted(expression),
            "/assets/" + module);
    return (String) result;
  }

  /**
   * Shows the page as a device with another screen does.
   *
   * @param width in CSS pixels, which may be less than a window can have; 0 for the window's
   * @param scale pixels of the screen for each of these
   */
  void device(int width, double scale) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            width,
            "height",
            900 * Math.min(1, width),
            "deviceScaleFactor",
            scale,
            "mobile",
            false));
  }

  /** Prefers light or dark. */
  void prefer(String scheme) {
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Elements of the page. */
  List<WebElement> all(By element) {
    return browser.findElements(element);
  }

  /** What the browser has complained of since the last time. */
  List<String> complaints() {
    try {
      return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
          .map(LogEntry::getMessage)
          .toList();
    } catch (WebDriverException e) {
      throw new AssertionError("the browser's log cannot be read", e);
    }
  }

  /** The browser. */
  ChromeDriver browser() {
    return browser;
  }
}
