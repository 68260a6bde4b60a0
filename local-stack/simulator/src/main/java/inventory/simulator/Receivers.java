package inventory.simulator;

import inventory.alert.webhook.InMemoryWebhooks;
import inventory.alert.webhook.Sender;
import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.AlertRecord.Decision;
import inventory.model.NamePattern;
import inventory.model.StockKey;
import inventory.model.StockState;
import inventory.model.webhook.WebhookDelivery;
import inventory.model.webhook.WebhookDelivery.State;
import inventory.model.webhook.WebhookEndpoint;
import inventory.model.webhook.WebhookEndpoint.Filter;
import inventory.model.webhook.WebhookEvent;
import inventory.model.webhook.WebhookEventType;
import inventory.model.webhook.WebhookFormat;
import inventory.model.webhook.WebhookSecret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The programs that receive events about stock, and what they must have received. */
final class Receivers implements Sender {

  private static final Decision ANN = new Decision(Instant.EPOCH, "ann", "");
  private static final int REFUSED_ONE_IN = 3;
  private static final int OK = 200;
  private static final int REFUSED = 422;
  private static final int UNAVAILABLE = 503;
  private static final int GONE = 410;

  private final Stores stores;
  private final InMemoryWebhooks webhooks;
  private final Random random;
  private final boolean isCalm;
  private final Supplier<Instant> now;
  private final Map<String, Mode> modes = new TreeMap<>();
  private final Map<AlertId, StockState> states = new HashMap<>();
  // The sequence numbers of events, by endpoint and subject.
  private final Map<List<String>, List<Long>> accepted = new HashMap<>();
  private final Map<List<String>, Set<Long>> expected = new HashMap<>();
  // The deliveries that were given up, by endpoint and event.
  private final Set<List<String>> failed = new HashSet<>();
  private final Set<String> reported = new HashSet<>();

  /** How an endpoint behaves. */
  private enum Mode {
    UP,
    DOWN,
    PICKY,
    GONE
  }

  /** Programs that have received nothing; in every second world there are none. */
  Receivers(Stores stores, Random random, boolean isCalm, Supplier<Instant> now) {
    this.stores = stores;
    this.webhooks = stores.webhooks;
    this.random = random;
    this.isCalm = isCalm;
    this.now = now;
    if (random.nextBoolean()) {
      add("all", NamePattern.ALL);
      add("mugs", new NamePattern("m*"));
    }
  }

  private void add(String id, NamePattern items) {
    modes.put(id, Mode.UP);
    webhooks.create(
        WebhookEndpoint.create(
            id,
            "https://" + id + ".example.com/",
            WebhookFormat.CLOUDEVENTS,
            new Filter(Set.copyOf(WebhookEventType.CHOICES), NamePattern.ALL, items),
            "",
            WebhookSecret.of(new byte[WebhookSecret.BYTES]),
            ANN));
  }

  /** An endpoint breaks, or works again; people enable one that works again. */
  Optional<String> change() {
    if (modes.isEmpty()) {
      return Optional.empty();
    }
    String id = new ArrayList<>(modes.keySet()).get(random.nextInt(modes.size()));
    Mode mode = Mode.values()[random.nextInt(Mode.values().length)];
    modes.put(id, mode);
    if (mode == Mode.UP) {
      webhooks.enable(id, ANN);
    }
    return Optional.of(id + " is " + mode);
  }

  /** Faults end: all endpoints work again, but for those that are gone. */
  void recover() {
    modes.replaceAll((id, mode) -> mode == Mode.GONE ? mode : Mode.UP);
  }

  /** Whether an endpoint does not work, but may work again. */
  boolean isAnyDown() {
    return modes.containsValue(Mode.DOWN);
  }

  @Override
  public Answer send(WebhookEndpoint endpoint, WebhookEvent event, Instant at) {
    String id = endpoint.id();
    Violation.unless(
        !isCalm || webhooks.find(id).orElseThrow().enabled(), id, "is disabled, and got", event);
    return switch (modes.get(id)) {
      case DOWN -> random.nextBoolean() ? new NoResponse("no answer") : response(UNAVAILABLE);
      case GONE -> response(GONE);
      case PICKY -> random.nextInt(REFUSED_ONE_IN) == 0 ? response(REFUSED) : accept(id, event);
      case UP -> accept(id, event);
    };
  }

  private static Response response(int status) {
    return new Response(status, "", Optional.empty());
  }

  /** An event may come again, but none comes after a later one about the same stock. */
  private Response accept(String id, WebhookEvent event) {
    List<Long> before =
        accepted.computeIfAbsent(List.of(id, event.subject()), key -> new ArrayList<>());
    boolean isRepeated = before.contains(event.sequence());
    Violation.unless(
        isRepeated
            || before.isEmpty()
            || event.sequence() > before.get(before.size() - 1)
            || failed.contains(List.of(id, event.id())),
        id,
        "got",
        event.subject(),
        event.sequence(),
        "after",
        before);
    Violation.unless(!isCalm || !isRepeated, id, "got", event.subject(), event.sequence(), "twice");
    if (!isRepeated) {
      before.add(event.sequence());
    }
    return response(OK);
  }

  /** A step is over: alerts, endpoints or deliveries may have changed. */
  void observe(String call) {
    if (call.startsWith("Alerts")) {
      Facts.KEYS.forEach(this::observe);
    } else if (call.startsWith("Endpoints") || call.startsWith("Deliveries")) {
      modes.keySet().forEach(this::observeEndpoint);
    }
  }

  /** Each change of a state is an event for the endpoints that are enabled. */
  private void observe(StockKey key) {
    AlertId alert = AlertId.of(key);
    AlertRecord record = stores.alerts.record(alert);
    if (states.getOrDefault(alert, StockState.OK) == record.state()) {
      return;
    }
    states.put(alert, record.state());
    webhooks.list().stream()
        .filter(one -> one.enabled() && one.filter().items().matches(alert.itemId()))
        .map(one -> List.of(one.id(), WebhookEvent.subjectOf(alert)))
        .forEach(to -> expected.computeIfAbsent(to, any -> new HashSet<>()).add(record.revision()));
  }

  private void observeEndpoint(String id) {
    if (!isEnabled(id)) {
      // It misses the events of this time.
      expected.keySet().removeIf(to -> to.get(0).equals(id));
    }
    for (WebhookDelivery delivery : webhooks.deliveries(id)) {
      if (delivery.state() == State.FAILED && failed.add(List.of(id, delivery.event().id()))) {
        Violation.unless(delivery.isOverdue(now.get()), id, "gave up too early:", delivery);
      }
    }
  }

  private boolean isEnabled(String id) {
    return webhooks.find(id).orElseThrow().enabled();
  }

  /** When the next attempt follows; empty if nothing is left to be sent. */
  Optional<Instant> nextAttempt() {
    if (!webhooks.oldest(1).isEmpty()) {
      return Optional.of(Instant.MIN);
    }
    return webhooks.list().stream()
        .filter(WebhookEndpoint::enabled)
        .flatMap(
            one ->
                firstOfEachSubject(one.id()).values().stream()
                    .map(WebhookDelivery::nextAttempt)
                    .map(next -> later(next, one.pausedUntil().orElse(next))))
        .min(Comparator.naturalOrder());
  }

  private Map<String, WebhookDelivery> firstOfEachSubject(String id) {
    Map<String, WebhookDelivery> first = new HashMap<>();
    webhooks.deliveries(id).stream()
        .filter(delivery -> delivery.state() == State.PENDING)
        .forEach(
            delivery ->
                first.merge(
                    delivery.event().subject(),
                    delivery,
                    (one, other) ->
                        one.event().sequence() < other.event().sequence() ? one : other));
    return first;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /**
   * Checks that all events have arrived, while nothing is under way and nothing waits.
   *
   * @param read the endpoints that operations has read of
   */
  void checkAtRest(Set<String> read) {
    expected.forEach(
        (to, sequences) -> {
          List<Long> arrived = new ArrayList<>(accepted.getOrDefault(to, List.of()));
          webhooks.deliveries(to.get(0)).stream()
              .filter(delivery -> delivery.state() == State.FAILED)
              .filter(delivery -> delivery.event().subject().equals(to.get(1)))
              .forEach(delivery -> arrived.add(delivery.event().sequence()));
          Violation.unless(
              arrived.containsAll(sequences), to, "lacks events of", sequences, "has", arrived);
        });
    failed.forEach(delivery -> reported.add(delivery.get(0)));
    modes.keySet().stream().filter(id -> !isEnabled(id)).forEach(reported::add);
    Violation.unless(
        read.containsAll(reported), "operations has read of", read, "and not of", reported);
  }
}
