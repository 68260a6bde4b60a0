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

/** The dashboard as a user sees it. */
public final class Dashboard {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration POLL = Duration.ofMillis(100);

  private final ChromeDriver browser;
  private final URI page;

  /** Opens the dashboard with a browser. */
  public Dashboard(ChromeDriver browser, URI page) {
    this.browser = browser;
    this.page = page;
  }

  /** A route with names, which may contain any character. */
  static String place(String... segments) {
    return String.join("/", Stream.of(segments).map(Dashboard::encoded).toList());
  }

  /** Percent-encodes a name. */
  static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Opens a route such as {@code files} in the address bar. */
  public void open(String place) {
    browser.get(page + "#/" + place);
  }

  /** Reloads the page. */
  void reload() {
    browser.navigate().refresh();
  }

  /** Opens a route as a user, after a login if needed. */
  public void openAs(String user, String place) {
    open(place);
    awaitTrue(
        "return Boolean(document.querySelector('.who-name, .sign-in'))", "the page has started");
    if (!isSignedInAs(user)) {
      execute("localStorage.clear()");
      reload();
      signIn(user);
    }
  }

  private boolean isSignedInAs(String user) {
    return browser.findElements(By.className("who-name")).stream()
        .anyMatch(name -> name.getText().startsWith(user));
  }

  /** Logs in on the login page. */
  void signIn(String user) {
    click(By.xpath("//button[.='Sign in']"));
    await().atMost(PATIENCE).until(() -> !browser.findElements(By.id(user)).isEmpty());
    browser.findElement(By.id(user)).click();
    awaitText(By.className("who-name"), user);
  }

  /** Waits until an element contains a text. */
  public void awaitText(By element, String text) {
    eventually(
        () ->
            assertThat(browser.findElements(element))
                .as(element + " in " + browser.getCurrentUrl())
                .anySatisfy(found -> assertThat(found.getText()).contains(text)));
  }

  /** Waits until the page has a heading. */
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

  /** An element may be rendered again between being found and being read. */
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

  /** Clicks an element as soon as it exists. */
  void click(By element) {
    eventually(() -> browser.findElement(element).click());
  }

  /** The row of a table that contains a text. */
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

  /** Drops a file on the upload area. */
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

  /** The result of a function in one of the page's modules, as text. */
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
   * Emulates another screen.
   *
   * @param width in CSS pixels, possibly narrower than any window; 0 for the width of the window
   * @param scale device pixels per CSS pixel
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

  /**
   * Sets the languages that the browser prefers, such as {@code de-DE}; applies from a reload on.
   */
  void speak(String languages) {
    String agent = (String) execute("return navigator.userAgent");
    browser.executeCdpCommand(
        "Emulation.setUserAgentOverride", Map.of("userAgent", agent, "acceptLanguage", languages));
  }

  /** Sets the preferred color scheme, light or dark. */
  void prefer(String scheme) {
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Elements of the page. */
  List<WebElement> all(By element) {
    return browser.findElements(element);
  }

  /** The browser's errors since the last call. */
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
