package inventory.reporting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A call of the API, however it is run.
 *
 * @param target path and query, percent-encoded, as they stand in the first line of a request
 * @param headers beside those that every client sends
 * @param body empty for none
 */
record Call(String method, String target, Map<String, String> headers, Optional<String> body) {

  static Call get(String target) {
    return new Call("GET", target, Map.of(), Optional.empty());
  }

  static Call post(String target) {
    return new Call("POST", target, Map.of(), Optional.empty());
  }

  static Call post(String target, String json) {
    return new Call("POST", target, Map.of("Content-Type", "application/json"), Optional.of(json));
  }

  Call with(String header, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new Call(method, target, all, body);
  }

  Call as(String token) {
    return with("Authorization", "Bearer " + token);
  }

  /** The same query of another path. */
  Call withPath(String path) {
    return new Call(method, path + target.substring(path().length()), headers, body);
  }

  /** The target without its query. */
  String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** The query as it is; empty if there is none. */
  String query() {
    int query = target.indexOf('?');
    return query < 0 ? "" : target.substring(query + 1);
  }
}
