package inventory.launcher.demo;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import inventory.model.FileStatus;
import inventory.stack.LaunchException;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the reports over REST, all pages of each. */
public final class ReportingClient {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final String NEXT_PAGE = "nextCursor";

  private final JsonMapper json =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final URI api;
  private final String token;

  /**
   * Reads from an API.
   *
   * @param api its base URL, the version included
   * @param token an access token of a viewer or operator
   */
  public ReportingClient(URI api, String token) {
    this.api = api;
    this.token = token;
  }

  /** A file record; {@code receivedAt} is an ISO 8601 instant. */
  public record File(
      String id,
      String key,
      String receivedAt,
      String kind,
      FileStatus status,
      long rowsApplied,
      long rowsRejected,
      String reason) {}

  /** An item in a warehouse; {@code removed} says whether it is off the list. */
  public record StockedItem(
      String itemId,
      String itemName,
      BigInteger stockLevel,
      long restockIfBelow,
      boolean removed) {}

  /** An item across warehouses; {@code restockIfBelow} is that of all without one of their own. */
  public record ItemTotal(
      String itemId,
      String itemName,
      BigInteger total,
      long restockIfBelow,
      List<InWarehouse> warehouses) {}

  /** An item's level in a warehouse. */
  public record InWarehouse(String warehouse, BigInteger stockLevel) {}

  /** The names of all warehouses. */
  public List<String> warehouses() throws InterruptedException {
    List<String> names = new ArrayList<>();
    get("/warehouses").get("warehouses").forEach(entry -> names.add(entry.get("name").asText()));
    return names;
  }

  /** All items in a warehouse. */
  public List<StockedItem> items(String warehouse) throws InterruptedException {
    return pages("/warehouses/" + encoded(warehouse) + "/items?", "items", StockedItem.class);
  }

  /** The items in a warehouse with more than so many units. */
  public List<StockedItem> items(String warehouse, long greaterThan) throws InterruptedException {
    return pages(
        "/warehouses/" + encoded(warehouse) + "/items?greaterThan=" + greaterThan + "&",
        "items",
        StockedItem.class);
  }

  /** An item's level in each warehouse, and their sum. */
  public ItemTotal item(String itemId) throws InterruptedException {
    return json.convertValue(get("/items/" + encoded(itemId)), ItemTotal.class);
  }

  /** The same; empty if the item is in no warehouse. */
  public Optional<ItemTotal> itemIfKnown(String itemId) throws InterruptedException {
    return ask("/items/" + encoded(itemId)).map(body -> json.convertValue(body, ItemTotal.class));
  }

  /** The files received on a day, in UTC. */
  public List<File> files(LocalDate day) throws InterruptedException {
    return pages("/files?date=" + day + "&", "files", File.class);
  }

  private <T> List<T> pages(String query, String list, Class<T> type) throws InterruptedException {
    List<T> all = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = get(query + "limit=1000" + cursor);
      page.get(list).forEach(entry -> all.add(json.convertValue(entry, type)));
      JsonNode next = page.path(NEXT_PAGE);
      cursor = next.isTextual() ? "&cursor=" + encoded(next.asText()) : "";
    } while (!cursor.isEmpty());
    return all;
  }

  private JsonNode get(String path) throws InterruptedException {
    return ask(path)
        .orElseThrow(() -> new LaunchException("GET " + api + path + " answered " + NOT_FOUND));
  }

  /** Empty if there is no such thing. */
  private Optional<JsonNode> ask(String path) throws InterruptedException {
    URI uri = URI.create(api + path);
    try {
      HttpResponse<String> response =
          http.send(
              HttpRequest.newBuilder(uri)
                  .timeout(TIMEOUT)
                  .header("Authorization", "Bearer " + token)
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      if (response.statusCode() != OK) {
        throw new LaunchException(
            "GET " + uri + " answered " + response.statusCode() + ": " + response.body());
      }
      return Optional.of(json.readTree(response.body()));
    } catch (IOException e) {
      throw new LaunchException("GET " + uri + " failed: " + e.getMessage(), e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
