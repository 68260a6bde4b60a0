package inventory.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a browser with the dashboard does to log in, step by step. */
final class Browser {

  static final String PAGE = "http://127.0.0.1:8080/";

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final URI issuer;

  Browser(URI issuer) {
    this.issuer = issuer;
  }

  /** The page at which one logs in. */
  String loginPage(String challenge) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(authorize(challenge))).body();
  }

  /** Presses a user's button; returns the authorization code that the page is called with. */
  String logIn(String user, String challenge) throws IOException, InterruptedException {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("username", user);
    fields.put("claims", claimsOf(user, loginPage(challenge)));
    HttpResponse<String> answer = post(authorize(challenge), fields);
    Matcher code = CODE.matcher(answer.headers().firstValue("location").orElse(""));
    if (answer.statusCode() != 302 || !code.find()) {
      throw new AssertionError("no code: " + answer.statusCode() + " " + answer.headers().map());
    }
    return code.group(1);
  }

  /** What the page's form of a user holds. */
  private static String claimsOf(String user, String page) {
    Matcher form =
        Pattern.compile("value=\"" + user + "\">\\s*<input [^>]*name=\"claims\" value='([^']*)'")
            .matcher(page);
    if (!form.find()) {
      throw new AssertionError("no form of " + user + " in " + page);
    }
    return form.group(1);
  }

  /** Exchanges a code for tokens. */
  HttpResponse<String> exchange(String code, String verifier)
      throws IOException, InterruptedException {
    return token(
        Map.of(
            "grant_type", "authorization_code",
            "client_id", "inventory-dashboard",
            "redirect_uri", PAGE,
            "code", code,
            "code_verifier", verifier));
  }

  /** Asks the token endpoint, as a script of the page does. */
  HttpResponse<String> token(Map<String, String> fields) throws IOException, InterruptedException {
    return post(URI.create(issuer + "/token"), fields);
  }

  JsonNode keys() throws IOException, InterruptedException {
    URI uri = URI.create(issuer + "/jwks");
    return json.readTree(send(HttpRequest.newBuilder(uri)).body());
  }

  /** The claims of the access token in an answer. */
  JsonNode claims(HttpResponse<String> answer) throws IOException {
    String token = json.readTree(answer.body()).path("access_token").asText();
    return json.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
  }

  /** The refresh token in an answer. */
  String refreshToken(HttpResponse<String> answer) throws IOException {
    return json.readTree(answer.body()).path("refresh_token").asText();
  }

  private URI authorize(String challenge) {
    return URI.create(
        issuer
            + "/authorize?"
            + encoded(
                Map.of(
                    "response_type", "code",
                    "client_id", "inventory-dashboard",
                    "redirect_uri", PAGE,
                    "scope", "openid profile",
                    "state", "xyz",
                    "code_challenge", challenge,
                    "code_challenge_method", "S256")));
  }

  private HttpResponse<String> post(URI uri, Map<String, String> fields)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", "http://127.0.0.1:8080")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
