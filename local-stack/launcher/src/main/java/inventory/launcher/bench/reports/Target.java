package inventory.launcher.bench.reports;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;

/**
 * Who is asked for reports.
 *
 * @param base where its paths begin
 * @param token the access token, if it wants one
 */
public record Target(URI base, Optional<String> token) {

  HttpRequest request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
    return request.build();
  }
}
