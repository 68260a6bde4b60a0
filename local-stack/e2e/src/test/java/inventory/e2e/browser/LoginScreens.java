package inventory.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Login, its end, and what each role is offered. */
interface LoginScreens extends Screen {

  @Test
  default void whoeverSignsInComesToThePlaceThatTheyWanted() {
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
  default void whoeverSignsOutIsAskedToSignIn() {
    dashboard().openAs("viewer", "");

    dashboard().click(By.xpath("//button[.='Sign out']"));

    dashboard().awaitText(By.tagName("button"), "Sign in");
    assertThat(dashboard().execute("return sessionStorage.getItem('inventory.session')")).isNull();
  }

  @Test
  default void aTokenThatIsRefusedLeadsToTheLoginAndBack() {
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
  default void aViewerIsOfferedNothingThatOnlyOperatorsMay() {
    dropRows("viewed", Rows.row("Viewed", "low", "Lowest", 3));
    dashboard().openAs("viewer", "alerts?warehouse=Viewed");
    dashboard().awaitText(dashboard().rowOf("Lowest"), "Low");
    assertThat(dashboard().all(By.xpath("//main//tbody//button"))).isEmpty();

    dashboard().open("files");
    dashboard().awaitHeading("Files");
    assertThat(dashboard().all(By.className("drop"))).isEmpty();
  }
}
