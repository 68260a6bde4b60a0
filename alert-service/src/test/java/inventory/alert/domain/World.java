package inventory.alert.domain;

import inventory.alert.audience.PurchasingEdition;
import inventory.alert.audience.RuleAudiences;
import inventory.alert.audience.RuleDispatch;
import inventory.alert.audience.RuleEditions;
import inventory.alert.notification.Audience;
import inventory.alert.notification.EndpointNotifications;
import inventory.alert.notification.FileNotifications;
import inventory.alert.notification.Notification;
import inventory.alert.notification.RuleNotifications;
import inventory.alert.notification.RunNotifications;
import inventory.alert.notification.SilenceNotifications;
import inventory.alert.notification.StockNotifications;
import inventory.alert.outbox.Composer;
import inventory.alert.outbox.FileAndRunComposer;
import inventory.alert.outbox.FileReports;
import inventory.alert.outbox.Heartbeat;
import inventory.alert.outbox.Notifier;
import inventory.alert.outbox.Outbox;
import inventory.alert.outbox.OutboxDispatcher;
import inventory.alert.outbox.RunReports;
import inventory.model.AlertId;
import inventory.model.AlertRecord;
import inventory.model.Backoff;
import inventory.model.StockKey;
import inventory.model.recipients.RecipientRules;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All ports of the use cases, in memory. At any call of a port, before or after its effect, the
 * process can be made to die, or another process can interfere.
 */
final class World implements StockStatuses, Notifier {

  static final String CAUSE = "a.csv";

  private static final Backoff BACKOFF = new Backoff(3, Duration.ofMillis(1), Duration.ofMillis(2));
  private static final StockNotifications NOTICES = new StockNotifications(2, Optional.empty());
  private static final Duration BEAT = Duration.ofSeconds(10);

  final InMemoryAlerts store = new InMemoryAlerts();
  final List<Notification> notifications = new ArrayList<>();
  final List<Path> lists = new ArrayList<>();
  final InMemoryFileReports files = new InMemoryFileReports(store);
  final InMemoryRunReports runs = new InMemoryRunReports(store);
  final InMemoryRules rules = new InMemoryRules(this::keys, store::openAlerts);
  RecipientRules recipients = RecipientRules.NONE;
  int refusals;
  int attempts;
  Runnable whileSending = () -> {};
  private final List<Runnable> beats = new ArrayList<>();
  private final Duration interval;
  private final OutboxDispatcher purchasing;
  private final OutboxDispatcher operations;
  private final RuleDispatch ruleDispatch;
  private final Map<AlertId, StockStatus> stock = new HashMap<>();
  private final boolean notifiesRecovery;
  private Instant now = Stock.NOW;
  private Instant nextBeat = now.plus(BEAT);
  private int ids;
  private int fuse = Integer.MAX_VALUE;
  private Runnable event = () -> {};
  private boolean dead;

  World(boolean notifiesRecovery, Duration interval) {
    this.notifiesRecovery = notifiesRecovery;
    this.interval = interval;
    this.purchasing = purchasingDispatcher();
    this.operations = operationsDispatcher();
    this.ruleDispatch = ruleDispatch();
  }

  World(boolean notifiesRecovery) {
    this(notifiesRecovery, Duration.ZERO);
  }

  World() {
    this(false);
  }

  /** The death of the process; an error, because no use case may continue after it. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Runs an action at the n-th moment from now. */
  void at(int moment, Runnable something) {
    fuse = moment;
    event = something;
  }

  /**
   * Lets the process die at the n-th moment of the work; returns whether there was such a moment.
   */
  boolean diesAt(int moment, Runnable work) {
    at(moment, () -> dead = true);
    try {
      work.run();
      return false;
    } catch (Crash e) {
      return true;
    } finally {
      dead = false;
      fuse = Integer.MAX_VALUE;
    }
  }

  /** Runs an action at the n-th moment of the work; returns whether there was such a moment. */
  boolean happensAt(int moment, Runnable something, Runnable work) {
    at(moment, something);
    work.run();
    boolean happened = fuse <= 0;
    fuse = Integer.MAX_VALUE;
    return happened;
  }

  private void moment() {
    fuse--;
    if (fuse == 0) {
      event.run();
    }
    if (dead) {
      throw new Crash();
    }
  }

  /** A port; each call passes one moment before its effect and one after. */
  private <T> T watched(Class<T> port, T target) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              moment();
              try {
                return method.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              } finally {
                moment();
              }
            }));
  }

  StockCheck stockCheck() {
    return new StockCheck(
        watched(StockStatuses.class, this),
        watched(Alerts.class, store),
        policy(),
        watched(Outbox.class, store),
        BACKOFF,
        () -> now,
        this::newId);
  }

  private AlertPolicy policy() {
    return new AlertPolicy(
        new RuleAudiences(() -> recipients, new Teams(notifiesRecovery, FilePolicy.ALL)), interval);
  }

  /** A check of all stock by a process that has just started. */
  RulesCheck rulesCheck(boolean isOfTotals, long defaultThreshold) {
    return new RulesCheck(
        isOfTotals,
        defaultThreshold,
        watched(Rules.class, rules),
        watched(Alerts.class, store),
        stockCheck(),
        watched(Outbox.class, store),
        () -> now);
  }

  /** Changes the default threshold, which all stock has. */
  void threshold(long units) {
    stock.replaceAll(
        (alert, status) ->
            new StockStatus(alert, status.itemName(), status.level(), units, status.removed()));
  }

  private List<StockKey> keys() {
    return stock.keySet().stream()
        .map(alert -> new StockKey(alert.warehouse().orElseThrow(), alert.itemId()))
        .toList();
  }

  SnoozeCheck snoozeCheck() {
    return new SnoozeCheck(
        watched(StockStatuses.class, this),
        watched(Alerts.class, store),
        policy(),
        stockCheck(),
        () -> now,
        this::newId);
  }

  FileCheck fileCheck(FilePolicy policy) {
    return new FileCheck(
        watched(FileReports.class, files),
        new Teams(false, policy),
        rulesCheck(false, 10),
        () -> now);
  }

  RunCheck runCheck() {
    return new RunCheck(
        watched(RunReports.class, runs), new Teams(false, FilePolicy.ALL), () -> now);
  }

  /** A dispatcher of a process that has just started. */
  OutboxDispatcher purchasingDispatcher() {
    return dispatcher(
        Audience.PURCHASING, composer(new PurchasingEdition(Audience.PURCHASING, NOTICES)));
  }

  private Composer composer(Edition edition) {
    return new StockComposer(
        watched(StockStatuses.class, this),
        watched(Alerts.class, store),
        stockCheck(),
        scopes -> Map.of(),
        () -> store.openAlerts().stream(),
        edition);
  }

  /** The dispatch to recipients of a process that has just started. */
  RuleDispatch ruleDispatch() {
    RuleEditions editions =
        new RuleEditions(
            () -> recipients, NOTICES, new RuleNotifications(2, Optional.of("https://stock/")));
    return new RuleDispatch(
        () -> recipients,
        watched(Outbox.class, store),
        audience ->
            dispatcher(
                audience, (entries, at) -> composer(editions.of(audience)).compose(entries, at)),
        () -> now);
  }

  private OutboxDispatcher operationsDispatcher() {
    Composer composer =
        new FileAndRunComposer(
            new FileNotifications(Optional.empty(), "inbox"),
            files,
            new RunNotifications(Optional.empty(), "inbox"),
            runs,
            new SilenceNotifications(Optional.empty()),
            warehouse -> Optional.empty(),
            id -> new EndpointNotifications().compose(id, Optional.empty()));
    return dispatcher(Audience.OPERATIONS, composer);
  }

  private OutboxDispatcher dispatcher(Audience audience, Composer composer) {
    return new OutboxDispatcher(
        audience,
        watched(Outbox.class, store),
        composer,
        watched(Notifier.class, this),
        this::beat,
        new Backoff(Integer.MAX_VALUE, Duration.ofSeconds(1), Duration.ofMinutes(5)),
        () -> now,
        this::newId);
  }

  private Heartbeat.Beat beat(Runnable action) {
    beats.add(action);
    return () -> beats.remove(action);
  }

  private String newId() {
    ids++;
    return "id" + ids;
  }

  void level(String warehouse, String itemId, long level) {
    AlertId alert = AlertId.of(new StockKey(warehouse, itemId));
    stock.put(alert, Stock.of(alert, level));
  }

  /** Lets time pass; processes that are sending renew their claims. */
  void pass(Duration time) {
    Instant end = now.plus(time);
    while (!nextBeat.isAfter(end)) {
      now = nextBeat;
      nextBeat = nextBeat.plus(BEAT);
      List.copyOf(beats).forEach(Runnable::run);
    }
    now = end;
  }

  Instant now() {
    return now;
  }

  /** Checks stock, and then sends what is due. */
  int check(String batch, Hint... hints) {
    int changed = judge(batch, hints);
    dispatch();
    return changed;
  }

  /** Checks stock; nothing is sent. */
  int judge(String batch, Hint... hints) {
    return stockCheck().check(batch, CAUSE, Stream.of(hints));
  }

  /** Sends what is due, as each process does every few seconds. */
  void dispatch() {
    purchasing.dispatch();
    operations.dispatch();
    ruleDispatch.dispatch();
  }

  /** All that each process does every few seconds. */
  void tick() {
    snoozeCheck().check();
    dispatch();
  }

  AlertRecord record(String warehouse, String itemId) {
    return store.record(AlertId.of(new StockKey(warehouse, itemId)));
  }

  /** The rows of all notifications, each as "warehouse item state". */
  List<String> reported() {
    return notifications.stream().flatMap(World::rows).toList();
  }

  static Stream<String> rows(Notification notification) {
    return notification
        .text()
        .lines()
        .dropWhile(line -> !line.startsWith("Warehouse"))
        .skip(1)
        .takeWhile(line -> !line.isEmpty() && !line.startsWith("..."))
        .map(line -> line.split(" {2,}"))
        .map(cells -> cells[0] + " " + cells[1] + " " + cells[5]);
  }

  @Override
  public List<StockStatus> read(Collection<Hint> hints) {
    List<StockStatus> found =
        stock.values().stream()
            .filter(status -> hints.stream().anyMatch(hint -> isAbout(hint, status.alert())))
            .collect(Collectors.toCollection(ArrayList::new));
    hints.stream()
        .filter(hint -> hint.warehouse().isPresent())
        .map(hint -> new AlertId(hint.itemId(), hint.warehouse()))
        .distinct()
        .filter(alert -> !stock.containsKey(alert))
        .forEach(alert -> found.add(Stock.removed(alert)));
    return found;
  }

  /** Deletes a level, as a rebuild does. */
  void delete(String warehouse, String itemId) {
    stock.remove(AlertId.of(new StockKey(warehouse, itemId)));
  }

  private static boolean isAbout(Hint hint, AlertId alert) {
    return hint.itemId().equals(alert.itemId())
        && (hint.warehouse().isEmpty() || hint.warehouse().equals(alert.warehouse()));
  }

  @Override
  public void notify(Notification notification) {
    attempts++;
    notification.list().ifPresent(list -> lists.add(list.file()));
    whileSending.run();
    if (!notification.list().stream().allMatch(list -> Files.exists(list.file()))) {
      throw new AssertionError("the list is gone before it was sent");
    }
    if (refusals > 0) {
      refusals--;
      throw new IllegalStateException("mail server is away");
    }
    notifications.add(notification);
  }
}
