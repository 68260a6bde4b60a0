package inventory.reporting.http.browser;

import inventory.model.resource.ContentSecurityPolicy;
import inventory.reporting.access.OidcSettings;
import inventory.reporting.domain.files.InboxFiles;
import inventory.reporting.http.Paths;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import java.util.List;

/**
 * Adds the headers that limit what browsers do with an answer. In the cloud, CloudFront serves the
 * dashboard's files with the same headers.
 */
@ServerFilter("/**")
final class BrowserRules {

  private static final String POLICY = "Content-Security-Policy";
  private static final String API_DOCUMENTATION = "/swagger-ui/";

  /** An answer of the API is not a page: it shows and loads nothing. */
  private static final String NO_PAGE = "default-src 'none'; frame-ancestors 'none'";

  /** Swagger UI writes styles into its page and sends requests to this origin alone. */
  private static final String DOCUMENTATION =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action"
          + " 'none'; frame-ancestors 'none'";

  private final String dashboard;

  BrowserRules(OidcSettings oidc, InboxFiles files) {
    this.dashboard =
        ContentSecurityPolicy.dashboard(List.of(origin(oidc.issuer())), files.origin());
  }

  private static String origin(String url) {
    URI uri = URI.create(url);
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  @ResponseFilter
  void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
    String path = request.getPath();
    boolean isApi = path.startsWith(Paths.ROOT + "/");
    response.header("X-Content-Type-Options", "nosniff");
    response.header("Referrer-Policy", "no-referrer");
    response.header(POLICY, isApi ? NO_PAGE : pagePolicy(path));
    if (!isApi) {
      // Browsers keep files but check them each time: a new version shows at once and whole.
      response.header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
  }

  private String pagePolicy(String path) {
    return path.startsWith(API_DOCUMENTATION) ? DOCUMENTATION : dashboard;
  }
}
