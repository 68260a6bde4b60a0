package inventory.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import inventory.model.resource.Access;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks the identity server of a local environment for access tokens. */
public final class AccessTokens {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int OK = 200;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final URI issuer;

  /** Asks this issuer. */
  public AccessTokens(URI issuer) {
    this.issuer = issuer;
  }

  /**
   * A fresh token, good for twelve hours.
   *
   * @param group {@link Access#VIEWER} or {@link Access#OPERATOR}
   * @throws LaunchException if the issuer does not answer, or gives none
   */
  public String issue(String group) throws InterruptedException {
    URI uri = URI.create(issuer + "/token");
    // The local server issues tokens to everybody; it requires a secret but does not check it.
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=none&scope=%s"
            .formatted(Access.CLIENT_ID, group);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != OK) {
        throw refused(response.statusCode() + ": " + response.body());
      }
      JsonNode token = new ObjectMapper().readTree(response.body()).path("access_token");
      return token.asText();
    } catch (IOException e) {
      throw new LaunchException(
          "the identity server at %s does not answer (%s): start it with ./inventory up"
              .formatted(issuer, e.getMessage()),
          e);
    }
  }

  private LaunchException refused(String answer) {
    return new LaunchException(
        "the issuer %s gives no token to this command (it answered %s): log in there yourself"
            .formatted(issuer, answer));
  }
}
