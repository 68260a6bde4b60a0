package inventory.reporting.http.browser;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.model.resource.Variables;
import inventory.reporting.fixture.Call;
import inventory.reporting.fixture.ReportingApi;
import inventory.reporting.fixture.ReportingFixture;
import inventory.testkit.EmbeddedIdentity;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dashboard's files and their security headers. */
class DashboardFilesIT {

  @RegisterExtension static final ReportingFixture FIXTURE = new ReportingFixture();

  private static final Pattern IMPORT = Pattern.compile("from '([^']+)'");

  @ParameterizedTest
  @CsvSource({
    "/, text/html",
    "/index.html, text/html",
    "/assets/app.js, text/javascript",
    "/assets/app.css, text/css",
    "/assets/icon.svg, image/svg+xml",
    "/assets/vendor/preact.module.js, text/javascript"
  })
  void everybodyMayLoadThePage(String path, String type) {
    ReportingApi.Answer answer = FIXTURE.api().call(Call.get(path));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType().replace("application/javascript", "text/javascript"))
        .startsWith(type);
    assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
    assertThat(answer.headers().firstValue("referrer-policy")).contains("no-referrer");
    assertThat(answer.headers().firstValue("cache-control")).contains("no-cache");
  }

  @Test
  void thePageMayLoadWhatIsItsOwnAndAskTheIssuerAndTheBucket() {
    String issuer = EmbeddedIdentity.running().environment().get(Variables.OIDC_ISSUER);
    String bucket =
        FIXTURE.api().ask("GET", "/config.json").body().get("bucketOrigin").getStringValue();

    ReportingApi.Answer page = FIXTURE.api().ask("GET", "/");

    assertThat(page.headers().firstValue("content-security-policy"))
        .contains(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                + " connect-src 'self' %s %s; base-uri 'none'; form-action 'self' %s;"
                    .formatted(issuer, bucket, issuer)
                + " frame-ancestors 'none'");
    assertThat(page.text()).doesNotContain("<style", " style=", "<script>", " onload=");
  }

  @Test
  void whatThePageImportsIsThere() {
    Deque<URI> open = new ArrayDeque<>(Set.of(URI.create("/assets/app.js")));
    Set<URI> seen = new HashSet<>();
    while (!open.isEmpty()) {
      URI module = open.pop();
      if (seen.add(module)) {
        ReportingApi.Answer answer = FIXTURE.api().ask("GET", module.getPath());
        assertThat(answer.status()).as(module.getPath()).isEqualTo(200);
        Matcher imports = IMPORT.matcher(answer.text());
        while (imports.find()) {
          open.push(module.resolve(imports.group(1)));
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(20);
  }

  @Test
  void whatABrowserHasIsNotSentAgain() {
    String date =
        FIXTURE
            .api()
            .ask("GET", "/assets/app.js")
            .headers()
            .firstValue("last-modified")
            .orElseThrow();

    ReportingApi.Answer again =
        FIXTURE.api().call(Call.get("/assets/app.js").with("If-Modified-Since", date));

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.text()).isEmpty();
  }

  @Test
  void anAnswerOfTheApiIsNoPage() {
    assertThat(FIXTURE.api().get("/warehouses").headers().firstValue("content-security-policy"))
        .contains("default-src 'none'; frame-ancestors 'none'");
  }
}
