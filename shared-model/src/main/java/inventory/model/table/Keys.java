package inventory.model.table;

import inventory.model.AlertId;
import inventory.model.Hex;
import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.StockState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Builds every key of the single table. {@code docs/table-design.md} lists what each one serves.
 */
public final class Keys {

  /** The partition that lists the warehouses; its sort keys are {@link #sortable} names. */
  public static final String WAREHOUSES = "WAREHOUSES";

  /** The partition of the counters of all warehouses together, and of the files of each day. */
  public static final String COUNTERS = "COUNTERS";

  /** The sort key of the counters of all warehouses together. */
  public static final String EVERYTHING = "ALL";

  /**
   * The partition of the catalogue, by {@link #searchable} ids; and its partition in the index, by
   * {@link #searchable} names.
   */
  public static final String CATALOGUE = "CATALOGUE";

  /** The sort key of a record that is alone in its partition. */
  public static final String ONLY = "-";

  /** The prefix of the partition of an item. */
  public static final String ITEM_PREFIX = "ITEM#";

  /** The prefix of the partition of a file's record. */
  public static final String FILE_PREFIX = "FILE#";

  /** The prefix of the partition of a warehouse. */
  public static final String WAREHOUSE_PREFIX = "WAREHOUSE#";

  /** The prefix of the sort keys of a level: in its warehouse's partition, and in the index. */
  public static final String LEVEL_PREFIX = "LEVEL#";

  /** The prefix of the sort key of a threshold, in the item's partition. */
  public static final String THRESHOLD_PREFIX = "THRESHOLD";

  /** The prefix of the partition of an item's daily closings in a warehouse. */
  public static final String CLOSINGS_PREFIX = "CLOSINGS#";

  /** The prefix of the sort key of an alert, in the item's partition. */
  public static final String ALERT_PREFIX = "ALERT";

  /** The prefix of the partition of an item's movements in a warehouse. */
  public static final String MOVEMENTS_PREFIX = "MOVES#";

  /** The index partition of open alerts. */
  public static final String OPEN_ALERTS = "ALERTS#OPEN";

  /** The index partition of unsent notifications; its sort keys are {@link Position}s. */
  public static final String UNSENT = "OUTBOX";

  /** The partition of the batches that are still being checked; see {@link #openBatch}. */
  public static final String OPEN_BATCHES = "BATCHES";

  /** The index partition of the snoozed alerts; its sort keys are {@link Position}s. */
  public static final String SNOOZES = "SNOOZES";

  /** The index partition of the validation runs; its sort keys are {@link Position}s. */
  public static final String RUNS = "RUNS";

  /** The index partition of all thresholds; its sort keys are {@link #sortable} ids of items. */
  public static final String THRESHOLDS = "THRESHOLDS";

  /**
   * The partition of the freshness of the warehouses, by their {@link #sortable} names; in the
   * index, by the {@link Position} at which they become silent.
   */
  public static final String FRESHNESS = "FRESHNESS";

  /** The partition of the rules by which alert-service last checked all stock. */
  public static final String RULES = "RULES";

  /** The partition of the rules that say who is notified of low stock. */
  public static final String RECIPIENTS = "RECIPIENTS";

  /** The partition of the lease that keeps validation runs from overlapping. */
  public static final String VALIDATION = "VALIDATION";

  /** The partition of the accepted findings; its sort keys are the ids of the findings. */
  public static final String ACCEPTED_FINDINGS = "ACCEPTED-FINDINGS";

  /** The partition of the webhook endpoints; its sort keys are their ids. */
  public static final String WEBHOOKS = "WEBHOOKS";

  /** The partition of the events that no endpoint has in its list yet, by time. */
  public static final String WEBHOOK_EVENTS = "WEBHOOK-EVENTS";

  /** The prefix of the partition of a validation run. */
  public static final String RUN_PREFIX = "RUN#";

  /** The prefix of the partition of the decisions of a day. */
  public static final String AUDIT_PREFIX = "AUDIT#";

  /** The prefix of the partition of a webhook endpoint's deliveries. */
  public static final String WEBHOOK_PREFIX = "WEBHOOK#";

  /** The prefix of the sort key of a checked file, in its run's partition. */
  public static final String CHECKED_FILE_PREFIX = "FILE#";

  // A sort key holds 1,024 bytes; this leaves room for every prefix.
  private static final int MAX_NAME_BYTES = 900;

  private static final int DECIMAL = 10;

  // In a search, so many characters of at most three bytes count; a surrogate pair has four.
  private static final int MAX_TERM_LENGTH = MAX_NAME_BYTES / 3;

  // Of an item's id, to tell items with equal terms apart: 128 bits.
  private static final int ID_DIGEST_LENGTH = 32;

  // Names contain no control characters, so a digest never equals a name.
  private static final char DIGEST_MARK = '\u0001';

  private Keys() {}

  /** The partition of an item: its thresholds, alerts and snoozes; and its levels' in the index. */
  public static String item(String itemId) {
    return ITEM_PREFIX + sortable(itemId);
  }

  /** The partition of a warehouse: the levels in it. */
  public static String warehouse(String warehouse) {
    return WAREHOUSE_PREFIX + sortable(warehouse);
  }

  /** The sort key of an item's level, in its {@link #warehouse} partition. */
  public static String level(String itemId) {
    return LEVEL_PREFIX + sortable(itemId);
  }

  /** The index sort key of the level in a warehouse, in the {@link #item} partition. */
  public static String levelIn(String warehouse) {
    return LEVEL_PREFIX + sortable(warehouse);
  }

  /**
   * The item in a warehouse of a level's keys.
   *
   * @param pk a {@link #warehouse} partition
   * @param sk a {@link #level} in it
   * @return empty if a name is too long for keys, which then contain its digest
   */
  public static Optional<StockKey> ofLevel(String pk, String sk) {
    return ofSortable(sk.substring(LEVEL_PREFIX.length()), pk.substring(WAREHOUSE_PREFIX.length()));
  }

  private static Optional<StockKey> ofSortable(String item, String warehouse) {
    boolean isDigested = item.charAt(0) == DIGEST_MARK || warehouse.charAt(0) == DIGEST_MARK;
    return isDigested ? Optional.empty() : Optional.of(new StockKey(warehouse, item));
  }

  /**
   * The sort key of an item's threshold, in its {@link #item} partition.
   *
   * @param warehouse the warehouse; empty for all warehouses
   */
  public static String threshold(Optional<String> warehouse) {
    return within(THRESHOLD_PREFIX, warehouse);
  }

  /** The sort key of an alert, in its {@link #item} partition. */
  public static String alert(AlertId alert) {
    return within(ALERT_PREFIX, alert.warehouse());
  }

  /** The sort key of the end of an alert's snooze, in its {@link #item} partition. */
  public static String snooze(AlertId alert) {
    return within("SNOOZE", alert.warehouse());
  }

  /**
   * The index sort key of an open alert. In descending order, items out of stock come before low
   * ones, and the newest alerts come first.
   *
   * @param state {@code LOW} or {@code OUT}
   * @param since when it opened
   */
  public static String openAlert(StockState state, Instant since, AlertId alert) {
    return openAlerts(state) + Position.of(since, alert.digest());
  }

  /** The prefix of the index sort keys of open alerts in a state. */
  public static String openAlerts(StockState state) {
    return state + "#";
  }

  private static String within(String kind, Optional<String> warehouse) {
    return warehouse.map(name -> kind + "#" + sortable(name)).orElse(kind);
  }

  /**
   * The partition of an audience: its unsent notifications by the time when they are due, and the
   * claim of the process that sends.
   */
  public static String outbox(String audience) {
    return "OUTBOX#" + audience;
  }

  /**
   * The sort key of an open batch in the partition {@link #OPEN_BATCHES}.
   *
   * @param holder the process that works on it
   */
  public static String openBatch(String batch, String holder) {
    return holder + "#" + batch;
  }

  /**
   * The partition of a webhook endpoint: its deliveries by state and event, and the claim of the
   * process that sends.
   */
  public static String webhook(String endpointId) {
    return WEBHOOK_PREFIX + endpointId;
  }

  /** The partition of the failures of a queue's messages; its sort keys are message ids. */
  public static String failures(String queue) {
    return "FAILURES#" + queue;
  }

  /**
   * The partition of an item's movements in a warehouse; its sort keys are {@link Position}s. The
   * length distinguishes pairs whose concatenated names are equal.
   */
  public static String movements(StockKey key) {
    return MOVEMENTS_PREFIX + pair(key);
  }

  /**
   * The item in a warehouse of a movement's key.
   *
   * @param pk a {@link #movements} partition
   * @return empty if a name is too long for keys, which then contain its digest
   */
  public static Optional<StockKey> ofMovements(String pk) {
    int item = pk.indexOf('#', MOVEMENTS_PREFIX.length()) + 1;
    int end = item + Integer.parseInt(pk, MOVEMENTS_PREFIX.length(), item - 1, DECIMAL);
    return ofSortable(pk.substring(item, end), pk.substring(end + 1));
  }

  /**
   * The partition of the claims on the ids of an item's events in a warehouse; its sort keys are
   * {@link #sortable} event ids.
   */
  public static String events(StockKey key) {
    return "EVENTS#" + pair(key);
  }

  /**
   * The partition of a request to state facts: the request, and the facts of it that were rejected.
   *
   * @param request its id, see {@link inventory.model.event.FactIds#request}
   */
  public static String facts(String request) {
    return "FACTS#" + request;
  }

  /**
   * The sort key of a rejected fact in the partition of its request.
   *
   * @param index the number of its entry, from 1 to 999
   */
  public static String rejectedFact(int index) {
    return "REJECT#%03d".formatted(index);
  }

  /** The partition of an item's daily closings in a warehouse; its sort keys are {@link #day}s. */
  public static String closings(StockKey key) {
    return CLOSINGS_PREFIX + pair(key);
  }

  /** The sort key of a closing: its day in UTC, which sorts like the days. */
  public static String day(LocalDate day) {
    return day.toString();
  }

  private static String pair(StockKey key) {
    String item = sortable(key.itemId());
    return item.length() + "#" + item + "#" + sortable(key.warehouse());
  }

  /** The prefix of the partition of a fence, see {@code FenceItem}. */
  public static final String FENCE_PREFIX = "FENCE#";

  /** The partition of the checkpoint of a shard of the table's stream. */
  public static String checkpoint(String shard) {
    return "STREAM#" + shard;
  }

  /** The sort key of the counters of a day's files, in UTC, in {@link #COUNTERS}. */
  public static String filesCounted(LocalDate day) {
    return "FILES#" + day;
  }

  /**
   * A name or a prefix as it is searched: without the difference of upper and lower case, and
   * without what follows its first 300 characters.
   */
  public static String term(String name) {
    StringBuilder term = new StringBuilder();
    for (int i = 0; i < Math.min(name.length(), MAX_TERM_LENGTH); i++) {
      // As String.regionMatches compares.
      term.append(Character.toLowerCase(Character.toUpperCase(name.charAt(i))));
    }
    int last = term.length() - 1;
    if (last >= 0 && Character.isHighSurrogate(term.charAt(last))) {
      term.setLength(last);
    }
    return term.toString();
  }

  /**
   * The sort key by which the catalogue finds an item: the term of its id or its name, and a digest
   * of its id.
   */
  public static String searchable(String name, String itemId) {
    return term(name) + DIGEST_MARK + Hex.sha256(itemId).substring(0, ID_DIGEST_LENGTH);
  }

  /** The partition of the decisions of a day in UTC; its sort keys are {@link Position}s. */
  public static String audit(LocalDate day) {
    return AUDIT_PREFIX + day;
  }

  /** The sort key of the notification about a run, in the run's partition. */
  public static final String RUN_NOTICE = "NOTICE";

  /** The partition of a validation run: its record, and the files that it checked. */
  public static String run(String runId) {
    return RUN_PREFIX + runId;
  }

  /**
   * The sort key of a file that a run checked.
   *
   * @param number its position in the order of checking, from 1 to 999,999,999
   */
  public static String checkedFile(int number) {
    return CHECKED_FILE_PREFIX + "%09d".formatted(number);
  }

  /** The partition of a file's record. */
  public static String file(String fileId) {
    return FILE_PREFIX + fileId;
  }

  /** The index partition of the files received on a day, in UTC. */
  public static String filesOf(LocalDate day) {
    return "FILES#" + day;
  }

  /** The index sort key of a file in its day: by arrival. */
  public static String arrival(Instant receivedAt, String fileId) {
    return Position.of(receivedAt, fileId);
  }

  /** The partition of the claim on a content, by its SHA-256. */
  public static String content(String sha256) {
    return "CONTENT#" + sha256;
  }

  /** The partition of the claim on an object's key, of at most 1,024 bytes. */
  public static String objectKey(String key) {
    return "KEY#" + key;
  }

  /**
   * A name as part of a key: the name itself, or a digest if its UTF-8 form exceeds 900 bytes.
   *
   * @param name a valid name, see {@link inventory.model.Names}
   */
  public static String sortable(String name) {
    boolean fits =
        name.length() * 3 <= MAX_NAME_BYTES
            || name.getBytes(StandardCharsets.UTF_8).length <= MAX_NAME_BYTES;
    return fits ? name : DIGEST_MARK + Hex.sha256(name);
  }
}
