package inventory.launcher.verify;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.RunState;
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
import java.util.Map;
import java.util.Optional;

/**
 * Reads the reports over REST, all pages of each. All methods throw {@link LaunchException} if the
 * API does not answer or rejects a request.
 */
public final class ReportingClient {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final JsonMapper json =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final URI api;
  private final String token;

  /**
   * Prepares requests.
   *
   * @param api base URL, with the version
   * @param token access token of a viewer or an operator
   */
  public ReportingClient(URI api, String token) {
    this.api = api;
    this.token = token;
  }

  /** A file record; {@code receivedAt} is an ISO 8601 instant, {@code reason} may be null. */
  public record File(
      String id,
      String key,
      String receivedAt,
      FileKind kind,
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

  /** An item in all warehouses, with the threshold of those without one of their own. */
  public record ItemTotal(
      String itemId,
      String itemName,
      BigInteger total,
      long restockIfBelow,
      List<InWarehouse> warehouses) {}

  /** An item's level in a warehouse. */
  public record InWarehouse(String warehouse, BigInteger stockLevel) {}

  /** A validation run; {@code findingsKey} is null until the object with all findings exists. */
  public record Run(
      String id,
      RunState state,
      Progress progress,
      Findings findings,
      List<Finding> worst,
      String findingsKey) {}

  /** How far a validation run has come. */
  public record Progress(long files, long transactions) {}

  /** Number of findings, in all, new ones, and for each check. */
  public record Findings(long total, long newTotal, Map<String, Long> byCheck) {}

  /** A finding; {@code file} and {@code line} may be null. */
  public record Finding(String check, String file, Integer line, String found) {}

  /** A warehouse, and what the counters say: items, units, open alerts. */
  public record Warehouse(String name, long items, BigInteger units, long low, long out) {}

  /** The names of all warehouses. */
  public List<String> warehouses() throws InterruptedException {
    return counters().stream().map(Warehouse::name).toList();
  }

  /** All warehouses with their counters. */
  public List<Warehouse> counters() throws InterruptedException {
    return pages("/warehouses?", "warehouses", Warehouse.class);
  }

  /** All items in a warehouse. */
  public List<StockedItem> items(String warehouse) throws InterruptedException {
    return pages("/levels?warehouse=" + encoded(warehouse) + "&", "items", StockedItem.class);
  }

  /** The items in a warehouse with more units than this. */
  public List<StockedItem> items(String warehouse, long greaterThan) throws InterruptedException {
    String path = "/levels?warehouse=" + encoded(warehouse) + "&greaterThan=" + greaterThan + "&";
    return pages(path, "items", StockedItem.class);
  }

  /** An item's level in each warehouse and their sum; empty if no warehouse has it. */
  public Optional<ItemTotal> item(String itemId) throws InterruptedException {
    return ask("/item?itemId=" + encoded(itemId))
        .map(body -> json.convertValue(body, ItemTotal.class));
  }

  /** The files received on a day, in UTC. */
  public List<File> files(LocalDate day) throws InterruptedException {
    return pages("/files?date=" + day + "&", "files", File.class);
  }

  /** The latest validation run; empty if there was none. */
  public Optional<Run> latestRun() throws InterruptedException {
    for (JsonNode listed : get("/validation-runs?limit=1").get("runs")) {
      // The list may lag; a single run is read as of now.
      JsonNode run = get("/validation-runs/" + encoded(listed.get("id").asText()));
      return Optional.of(json.convertValue(run, Run.class));
    }
    return Optional.empty();
  }

  private <T> List<T> pages(String query, String list, Class<T> type) throws InterruptedException {
    List<T> all = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = get(query + "limit=1000" + cursor);
      page.get(list).forEach(entry -> all.add(json.convertValue(entry, type)));
      JsonNode next = page.path("nextCursor");
      cursor = next.isTextual() ? "&cursor=" + encoded(next.asText()) : "";
    } while (!cursor.isEmpty());
    return all;
  }

  /** Sets a threshold as an operator, and what to order when stock falls below it. */
  public void setThreshold(
      String itemId, String warehouse, long restockIfBelow, long orderUpTo, String note)
      throws InterruptedException {
    Map<String, Object> body =
        Map.of(
            "itemId", itemId,
            "warehouse", warehouse,
            "restockIfBelow", restockIfBelow,
            "orderUpTo", orderUpTo,
            "note", note);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(api + "/thresholds"))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json.valueToTree(body).toString()));
    if (send(request).isEmpty()) {
      throw new LaunchException("PUT " + api + "/thresholds answered " + NOT_FOUND);
    }
  }

  /** What a stock file would do, if it were uploaded now. */
  public JsonNode preview(byte[] file) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(api + "/previews"))
            .header("Content-Type", "text/csv")
            .POST(HttpRequest.BodyPublishers.ofByteArray(file));
    return send(request)
        .orElseThrow(() -> new LaunchException("POST " + api + "/previews answered " + NOT_FOUND));
  }

  private JsonNode get(String path) throws InterruptedException {
    return ask(path)
        .orElseThrow(() -> new LaunchException("GET " + api + path + " answered " + NOT_FOUND));
  }

  private Optional<JsonNode> ask(String path) throws InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(api + path)));
  }

  private Optional<JsonNode> send(HttpRequest.Builder builder) throws InterruptedException {
    HttpRequest request =
        builder.timeout(TIMEOUT).header("Authorization", "Bearer " + token).build();
    String call = request.method() + " " + request.uri();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      if (response.statusCode() != OK) {
        throw new LaunchException(
            "%s answered %d: %s".formatted(call, response.statusCode(), response.body()));
      }
      return Optional.of(json.readTree(response.body()));
    } catch (IOException e) {
      throw new LaunchException(call + " failed: " + e.getMessage(), e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
