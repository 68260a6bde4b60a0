package inventory.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import inventory.model.resource.Access;
import inventory.model.resource.Queues;
import inventory.stack.ManagedProcess;
import inventory.stack.Service;
import inventory.testkit.EmbeddedIdentity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Facts over REST, from impatient clients to the report, while both services are killed. */
@Tag("full")
class FactsIT {

  private static final int ENTRIES = 50;
  private static final int WAREHOUSES = 4;
  private static final int ITEMS = 60;
  private static final int COUNT_ONE_IN = 10;
  private static final int IMPATIENT_ONE_IN = 6;
  private static final int AGAIN_ONE_IN = 5;
  private static final int ACCEPTED = 202;
  private static final int CONFLICT = 409;
  private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Duration IMPATIENCE = Duration.ofMillis(15);
  private static final Duration POLL = Duration.ofMillis(100);

  /** A sixth of the real timeout, so that the last messages of killed processes reappear sooner. */
  private static final Duration VISIBILITY = Duration.ofSeconds(5);

  private static Deployment system;
  private static Inbox inbox;

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final AtomicInteger answered = new AtomicInteger();

  /** A request that a client states until it is answered. */
  private record Request(String token, String name, String key, String body, List<Fact> facts) {}

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    system =
        new Deployment(
            "facts", List.of(Service.INGEST, Service.INGEST, Service.REPORTING), Map.of());
    inbox = new Inbox(system.resources());
    inbox.hideReceivedFor(Queues.EVENTS, VISIBILITY);
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void everyFactCountsOnceAndEveryKeyIsAnsweredTheSameWhateverIsRepeatedOrKilled()
      throws Exception {
    List<List<Request>> clients = new ArrayList<>();
    for (int client = 0; client < Scale.FACT_CLIENTS; client++) {
      clients.add(requests(client));
    }
    List<Request> all = clients.stream().flatMap(List::stream).toList();
    ExecutorService threads = Executors.newFixedThreadPool(Scale.FACT_CLIENTS);
    try {
      List<CompletableFuture<Void>> running =
          clients.stream()
              .map(requests -> CompletableFuture.runAsync(() -> state(requests), threads))
              .toList();
      restart(system.ingest().get(0), all.size() / 5);
      restart(system.reporting(), 2 * all.size() / 5);
      restart(system.ingest().get(1), 3 * all.size() / 5);
      restart(system.reporting(), 4 * all.size() / 5);
      running.forEach(CompletableFuture::join);
    } finally {
      threads.shutdownNow();
    }

    inbox.awaitEmpty(Queues.EVENTS);
    Verdict.assertLevels(
        system.reports(), all.stream().flatMap(request -> request.facts().stream()).toList());
    String deadLetters = system.resources().queue(Queues.EVENTS).replace(".fifo", "-dlq.fifo");
    assertThat(inbox.messagesIn(deadLetters)).isZero();
    for (Request request : all) {
      assertThat(stateOnce(request, TIMEOUT)).isPresent();
      JsonNode outcome = outcome(request);
      assertThat(outcome.get("applied").asInt()).as(outcome.toString()).isEqualTo(ENTRIES);
    }
    assertKeysAreTaken(all.get(0));
  }

  private static List<Request> requests(int client) {
    Random random = new Random(client);
    Map<String, Object> claims = EmbeddedIdentity.running().claims(Access.OPERATOR);
    claims.put("sub", "client " + client);
    String token = EmbeddedIdentity.running().signer().sign(claims);
    List<Request> requests = new ArrayList<>();
    int facts = Scale.FACTS / Scale.FACT_CLIENTS;
    for (int from = 0; from < facts; from += ENTRIES) {
      List<Fact> stated = new ArrayList<>();
      for (int i = 0; i < ENTRIES; i++) {
        // No two facts have the same time, so their order follows from it alone.
        stated.add(fact(random, client * facts + from + i));
      }
      // Clients may use the same keys.
      String key = "request-" + from;
      requests.add(new Request(token, client + "/" + key, key, body(stated), stated));
    }
    return requests;
  }

  private static Fact fact(Random random, int number) {
    Instant time = START.plusSeconds(random.nextLong(DAY_SECONDS)).plusNanos(number);
    String warehouse = "Facts " + random.nextInt(WAREHOUSES);
    String item = "item " + random.nextInt(ITEMS);
    return random.nextInt(COUNT_ONE_IN) == 0
        ? Fact.count(warehouse, item, time, random.nextLong(0, 10_000))
        : Fact.change(warehouse, item, time, random.nextLong(-500, 501));
  }

  private static String body(List<Fact> facts) {
    List<String> entries =
        facts.stream()
            .map(
                fact ->
                    "{\"warehouse\":\"%s\",\"itemId\":\"%s\",\"time\":\"%s\",\"%s\":%d}"
                        .formatted(
                            fact.warehouse(),
                            fact.item(),
                            fact.time(),
                            fact.isCount() ? "count" : "change",
                            fact.units()))
            .toList();
    return "{\"entries\":[" + String.join(",", entries) + "]}";
  }

  /** Waits until so many requests were answered, then kills a process and starts it again. */
  private void restart(ManagedProcess process, int requests) throws Exception {
    await(requests + " answered requests")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> answered.get() >= requests);
    process.kill();
    process.start();
    process.awaitReady();
  }

  /** States requests one after the other, some of them again although they were answered. */
  private void state(List<Request> requests) {
    Random random = new Random(requests.get(0).name().hashCode());
    for (Request request : requests) {
      if (random.nextInt(IMPATIENT_ONE_IN) == 0) {
        stateOnce(request, IMPATIENCE);
      }
      await(request.name())
          .atMost(PATIENCE)
          .pollDelay(Duration.ZERO)
          .pollInterval(POLL)
          .until(() -> stateOnce(request, TIMEOUT).isPresent());
      if (random.nextInt(AGAIN_ONE_IN) == 0) {
        stateOnce(request, TIMEOUT);
      }
      answered.incrementAndGet();
    }
  }

  /** The answer to a request, the same as to each earlier one; empty if there was none. */
  private Optional<String> stateOnce(Request request, Duration timeout) {
    try {
      HttpResponse<String> response = send(request, request.body(), timeout);
      if (response.statusCode() >= 500) {
        return Optional.empty();
      }
      assertThat(response.statusCode()).as(response.body()).isEqualTo(ACCEPTED);
      String before = answers.putIfAbsent(request.name(), response.body());
      if (before != null) {
        assertThat(response.body()).isEqualTo(before);
      }
      return Optional.of(response.body());
    } catch (IOException e) {
      // A timeout, or the service is not there: the client repeats its request.
      return Optional.empty();
    }
  }

  private HttpResponse<String> send(Request request, String body, Duration timeout)
      throws IOException {
    HttpRequest.Builder call =
        HttpRequest.newBuilder(URI.create(system.api() + "/facts"))
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", '"' + request.key() + '"')
            .header("Authorization", "Bearer " + request.token())
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return send(call.build());
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }

  private JsonNode outcome(Request request) throws IOException {
    String id = json.readTree(answers.get(request.name())).get("id").asText();
    HttpRequest get =
        HttpRequest.newBuilder(URI.create(system.api() + "/facts/" + id))
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + request.token())
            .build();
    return json.readTree(send(get).body());
  }

  private void assertKeysAreTaken(Request request) throws IOException {
    String other = request.body().replace("\"entries\"", " \"entries\"");

    assertThat(send(request, other, TIMEOUT).statusCode()).isEqualTo(CONFLICT);
  }
}
