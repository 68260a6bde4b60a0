package inventory.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WindowType;

/** Tests login, expiry, and the actions that each role is offered. */
interface LoginScreens extends Screen {

  @Test
  default void signingInLeadsToTheRequestedPage() {
    dashboard().open("");
    dashboard().execute("localStorage.clear()");
    dashboard().open("validation");
    dashboard().reload();

    dashboard().awaitHeading("Inventory");
    dashboard().signIn("operator");

    dashboard().awaitHeading("Validation");
    assertThat(dashboard().browser().getCurrentUrl()).isEqualTo(system().page() + "#/validation");
  }

  /** The state of an attempt is known to its tab alone. */
  @Test
  default void aSignInThatWasNotStartedHereIsRefused() {
    dashboard().open("");
    dashboard().execute("localStorage.clear(); location.href = '/?code=stolen&state=unknown'");

    dashboard().awaitText(By.className("failed"), "was not started from this page");
    assertThat(dashboard().execute("return localStorage.getItem('inventory.session')")).isNull();
    assertThat(dashboard().execute("return location.search")).isEqualTo("");
  }

  @Test
  default void allTabsShareOneSession() {
    dashboard().openAs("viewer", "validation");
    String first = dashboard().browser().getWindowHandle();
    dashboard().browser().switchTo().newWindow(WindowType.TAB);
    try {
      dashboard().open("files");
      dashboard().awaitHeading("Files");

      dashboard().click(By.xpath("//button[.='Sign out']"));
      dashboard().awaitText(By.tagName("button"), "Sign in");
    } finally {
      dashboard().browser().close();
      dashboard().browser().switchTo().window(first);
    }
    dashboard().awaitText(By.tagName("button"), "Sign in");
    assertThat(dashboard().execute("return localStorage.getItem('inventory.session')")).isNull();
  }

  @Test
  default void aTokenThatIsRefusedBeforeItsTimeIsRenewed() {
    dashboard().openAs("operator", "alerts?state=OUT");
    dashboard().awaitHeading("Alerts");
    change("session.access = session.access.slice(0, -8) + 'AAAAAAAA'");
    dashboard().reload();

    dashboard().awaitText(By.tagName("main"), "Echo Plus");
    assertThat(dashboard().execute("return JSON.parse(localStorage['inventory.session']).access"))
        .asString()
        .doesNotEndWith("AAAAAAAA");
  }

  @Test
  default void aRejectedSessionLeadsToTheLoginAndBack() {
    dashboard().openAs("operator", "alerts?state=OUT");
    dashboard().awaitHeading("Alerts");
    change("session.access = session.access.slice(0, -8) + 'AAAAAAAA'; session.refresh = 'gone'");
    dashboard().reload();

    dashboard().awaitText(By.className("sign-in"), "Your session has ended");
    dashboard().signIn("operator");

    dashboard().awaitHeading("Alerts");
    assertThat(dashboard().browser().getCurrentUrl()).endsWith("#/alerts?state=OUT");
  }

  @Test
  default void anExpiredTokenIsRenewedSilently() {
    dashboard().openAs("viewer", "validation");
    dashboard().awaitHeading("Validation");
    change("session.expiresAt = 1");
    dashboard().reload();

    dashboard().awaitHeading("Validation");
    dashboard()
        .awaitTrue(
            "return JSON.parse(localStorage['inventory.session']).expiresAt > Date.now()",
            "the token has been renewed");
    assertThat(dashboard().all(By.className("sign-in"))).isEmpty();
  }

  /** Changes the session that the page keeps. */
  private void change(String statement) {
    dashboard()
        .execute(
            """
            const session = JSON.parse(localStorage['inventory.session']);
            %s;
            localStorage['inventory.session'] = JSON.stringify(session);
            """
                .formatted(statement));
  }

  @Test
  default void aViewerIsOfferedNoActionOfOperators() {
    dropRows("viewed", Rows.row("Viewed", "low", "Lowest", 3));
    dashboard().openAs("viewer", "alerts?warehouse=Viewed");
    dashboard().awaitText(dashboard().rowOf("Lowest"), "Low");
    assertThat(dashboard().all(By.xpath("//main//tbody//button"))).isEmpty();

    dashboard().open("files");
    dashboard().awaitHeading("Files");
    assertThat(dashboard().all(By.className("drop"))).isEmpty();
  }
}
