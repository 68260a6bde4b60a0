package inventory.emulator;

import java.net.InetAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Where the services are reached. */
final class Endpoints {

  private static final JsonMapper JSON = JsonMapper.shared();

  private Endpoints() {}

  static URI http(InetAddress host, int port) {
    return endpoint("http", host, port);
  }

  static Map<String, URI> of(InetAddress host, Map<String, Integer> ports) {
    Map<String, URI> endpoints = new LinkedHashMap<>();
    ports.forEach(
        (service, port) ->
            endpoints.put(service, endpoint("smtp".equals(service) ? "smtp" : "http", host, port)));
    return endpoints;
  }

  static String json(Map<String, URI> endpoints) {
    return JSON.writeValueAsString(endpoints);
  }

  private static URI endpoint(String scheme, InetAddress host, int port) {
    return URI.create(scheme + "://" + host.getHostAddress() + ":" + port);
  }
}
