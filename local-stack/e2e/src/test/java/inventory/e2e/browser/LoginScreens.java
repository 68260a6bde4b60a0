package inventory.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Tests login, expiry, and the actions that each role is offered. */
interface LoginScreens extends Screen {

  @Test
  default void signingInLeadsToTheRequestedPage() {
    dashboard().open("");
    dashboard().execute("sessionStorage.clear()");
    dashboard().open("validation");
    dashboard().reload();

    dashboard().awaitHeading("Inventory");
    dashboard().signIn("operator");

    dashboard().awaitHeading("Validation");
    assertThat(dashboard().browser().getCurrentUrl()).isEqualTo(system().page() + "#/validation");
  }

  @Test
  default void signingOutLeadsToTheLogin() {
    dashboard().openAs("viewer", "");

    dashboard().click(By.xpath("//button[.='Sign out']"));

    dashboard().awaitText(By.tagName("button"), "Sign in");
    assertThat(dashboard().execute("return sessionStorage.getItem('inventory.session')")).isNull();
  }

  @Test
  default void aRejectedTokenLeadsToTheLoginAndBack() {
    dashboard().openAs("operator", "alerts?state=OUT");
    dashboard().awaitHeading("Alerts");
    dashboard()
        .execute(
            """
            const session = JSON.parse(sessionStorage.getItem('inventory.session'));
            session.access = session.access.slice(0, -8) + 'AAAAAAAA';
            sessionStorage.setItem('inventory.session', JSON.stringify(session));
            """);
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
    end("access");
    dashboard().reload();

    dashboard().awaitHeading("Validation");
    dashboard()
        .awaitTrue(
            """
        const [, payload] = JSON.parse(sessionStorage.getItem('inventory.session')).access.split('.');
        return JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))).exp > 1;
        """,
            "the token has been renewed");
    assertThat(dashboard().all(By.className("sign-in"))).isEmpty();
  }

  @Test
  default void aFailedRenewalLeadsToTheLogin() {
    dashboard().openAs("viewer", "validation");
    dashboard().awaitHeading("Validation");
    end("access", "refresh");
    dashboard().reload();

    dashboard().awaitText(By.className("sign-in"), "Your session has ended");
  }

  /** Replaces these tokens with ones that expired long ago. */
  private void end(String... tokens) {
    dashboard()
        .execute(
            """
            const session = JSON.parse(sessionStorage.getItem('inventory.session'));
            for (const token of arguments) {
              session[token] = 'e30.' + btoa(JSON.stringify({ exp: 1 })) + '.AAAA';
            }
            sessionStorage.setItem('inventory.session', JSON.stringify(session));
            """,
            (Object[]) tokens);
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
