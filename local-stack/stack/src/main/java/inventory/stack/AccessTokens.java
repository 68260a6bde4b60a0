package inventory.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import inventory.model.resource.Access;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Gets access tokens from the identity server of a local environment. */
public final class AccessTokens {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int OK = 200;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final URI issuer;

  /** Gets them from this issuer. */
  public AccessTokens(URI issuer) {
    this.issuer = issuer;
  }

  /**
   * A new token, valid for twelve hours.
   *
   * @param scopes scopes, separated by spaces
   * @throws LaunchException if the issuer does not answer or refuses
   */
  public String issue(String scopes) throws InterruptedException {
    URI uri = URI.create(issuer + "/token");
    // The local server gives everyone a token; it needs a client secret but does not check it.
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=none&scope=%s"
            .formatted(Access.CLI_CLIENT_ID, URLEncoder.encode(scopes, StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != OK) {
        throw new LaunchException(
            "the issuer %s refuses a token to this command (status %d: %s): log in there yourself"
                .formatted(issuer, response.statusCode(), response.body()));
      }
      return new ObjectMapper().readTree(response.body()).path("access_token").asText();
    } catch (IOException e) {
      throw new LaunchException(
          "the identity server at %s does not answer (%s): start it with ./inventory up"
              .formatted(issuer, e.getMessage()),
          e);
    }
  }
}
