package inventory.simulator;

import inventory.ingest.domain.ReceivedEvent;
import inventory.model.AlertId;
import inventory.model.EventType;
import inventory.model.FileKind;
import inventory.model.Hex;
import inventory.model.Position;
import inventory.model.StockKey;
import inventory.model.inbox.Upload;
import inventory.model.message.StreamRecord;
import inventory.model.movement.Movement;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** What warehouses, shops and purchasing state: it makes files and events, and remembers them. */
final class Facts {

  /** All stock there is. */
  static final List<StockKey> KEYS =
      List.of(
          new StockKey("Berlin", "cap"),
          new StockKey("Berlin", "mug"),
          new StockKey("Hamburg", "mug"));

  private static final Instant FIRST = Instant.parse("2026-11-20T08:00:00Z");
  private static final int SECONDS = 60;
  private static final int SPREAD = 8;
  private static final int EVENT_IDS = 6;
  private static final int MAX_CHANGE = 9;
  private static final int MAX_COUNT = 25;
  private static final int RARELY = 5;
  private static final int RECENT = 6;
  private static final int DAYS = 2;
  private static final String TRANSACTIONS =
      "Timestamp,WarehouseName,ItemId,ItemName,StockLevelChange\n";

  private final Random random;
  private final List<FileKind> kinds = new ArrayList<>();
  private final int newOneIn;
  private final List<Sent> files = new ArrayList<>();
  private final List<ReceivedEvent> events = new ArrayList<>();
  private final Map<StockKey, Map<String, Fact>> byPosition = new HashMap<>();
  private final Map<String, List<Fact>> bySource = new HashMap<>();
  private int numbers;

  /** A change, or a count; the time of a count is that of its upload. */
  record Row(Instant time, long units) {}

  /**
   * What a file contains.
   *
   * @param rows the good rows of stock
   * @param thresholds the good entries of a threshold file
   * @param hasRejects whether other rows or entries are bad
   */
  record Content(
      FileKind kind,
      String text,
      String name,
      Map<StockKey, List<Row>> rows,
      Map<AlertId, Long> thresholds,
      boolean hasRejects) {

    String sha256() {
      return Hex.sha256(text);
    }
  }

  /**
   * A file that was uploaded.
   *
   * @param fileId the id of the upload, which is a digest
   * @param version the place in the order of threshold files: by the day in the key, then by the
   *     upload
   */
  record Sent(Upload upload, String fileId, String version, Content content) {

    static Sent of(Upload upload, Content content) {
      String day = upload.key().replaceAll("^restock_thresholds/(.*)/.*", "$1").replace('/', '-');
      String id = upload.fileId();
      return new Sent(upload, id, day + "#" + Position.of(upload.uploadedAt(), id), content);
    }

    /** The source of its movements. */
    String source(boolean isReleased) {
      return content.kind() == FileKind.COUNT || isReleased
          ? fileId()
          : content.sha256().substring(0, fileId().length());
    }
  }

  /**
   * What one file, or one event, states about one item.
   *
   * @param released the file that must be released for this to be a fact
   */
  record Fact(
      StockKey key,
      String position,
      boolean isCount,
      List<Row> rows,
      String name,
      Optional<Movement.Event> event,
      Optional<Sent> released) {

    /** Units after a count; a count at the same time includes a change, unless both are events. */
    long unitsAfter(Fact count) {
      Instant counted = Position.instant(count.position);
      boolean isLaterEvent =
          event.isPresent() && count.event.isPresent() && position.compareTo(count.position) > 0;
      return rows.stream()
          .filter(row -> row.time.isAfter(counted) || (isLaterEvent && row.time.equals(counted)))
          .mapToLong(Row::units)
          .sum();
    }

    long units() {
      return rows.stream().mapToLong(Row::units).sum();
    }
  }

  /** Each world has a mixture of its own, so that rare sequences become frequent in some. */
  Facts(Random random) {
    this.random = random;
    this.newOneIn = 1 + random.nextInt(3);
    for (FileKind kind : List.of(FileKind.UNKNOWN, FileKind.COUNT, FileKind.THRESHOLDS)) {
      kinds.addAll(Collections.nCopies(random.nextInt(3), kind));
    }
    kinds.addAll(Collections.nCopies(1 + random.nextInt(RARELY), FileKind.TRANSACTIONS));
  }

  List<Sent> files() {
    return files;
  }

  List<ReceivedEvent> events() {
    return events;
  }

  /** The fact at a position of an item; null if there is none. */
  Fact at(StockKey key, String position) {
    return byPosition.getOrDefault(key, Map.of()).get(position);
  }

  /** What a file states under a source. */
  List<Fact> of(Sent file, boolean isReleased) {
    return bySource.getOrDefault(file.source(isReleased), List.of());
  }

  /** A file is uploaded: new, or with the content or the key of an earlier one. */
  Sent upload() {
    numbers++;
    Content content = recent().map(Sent::content).orElseGet(this::content);
    String key =
        recent()
            .filter(earlier -> earlier.content().kind() == content.kind())
            .map(earlier -> earlier.upload().key())
            .orElseGet(() -> key(content.kind()));
    Upload upload = new Upload(key, "v" + numbers, true, content.text().length(), minute(numbers));
    Sent sent = Sent.of(upload, content);
    files.add(sent);
    remember(sent, sent.source(false), Optional.empty());
    if (content.kind() == FileKind.TRANSACTIONS) {
      remember(sent, sent.source(true), Optional.of(sent));
    }
    return sent;
  }

  private Optional<Sent> recent() {
    return files.isEmpty() || random.nextInt(newOneIn) == 0
        ? Optional.empty()
        : Optional.of(files.get(Math.max(0, files.size() - 1 - random.nextInt(RECENT))));
  }

  private String key(FileKind kind) {
    return kind == FileKind.THRESHOLDS
        ? "restock_thresholds/2026/11/%d/%d.json".formatted(19 + random.nextInt(DAYS), numbers)
        : "inventory_files/%d.csv".formatted(numbers);
  }

  private Content content() {
    boolean hasRejects = random.nextInt(RARELY) == 0;
    return switch (kinds.get(random.nextInt(kinds.size()))) {
      case THRESHOLDS -> thresholds(hasRejects);
      case COUNT -> count(hasRejects);
      case TRANSACTIONS -> transactions(hasRejects);
      default -> new Content(FileKind.UNKNOWN, "x" + numbers, "", Map.of(), Map.of(), false);
    };
  }

  private Content transactions(boolean hasRejects) {
    Map<StockKey, List<Row>> rows = new TreeMap<>();
    String name = "name " + numbers % 3;
    StringBuilder text = new StringBuilder(TRANSACTIONS);
    int count = random.nextInt(RARELY);
    for (int i = 0; i < count; i++) {
      StockKey key = anyKey();
      Row row = new Row(anyTime(), random.nextInt(2 * MAX_CHANGE) - MAX_CHANGE);
      rows.computeIfAbsent(key, same -> new ArrayList<>()).add(row);
      text.append(
          "%s,%s,%s,%s,%d\n"
              .formatted(row.time(), key.warehouse(), key.itemId(), name, row.units()));
    }
    text.append(hasRejects ? "bad row " + numbers + "\n" : "");
    return new Content(FileKind.TRANSACTIONS, text.toString(), name, rows, Map.of(), hasRejects);
  }

  private Content count(boolean hasRejects) {
    Map<StockKey, List<Row>> rows = new TreeMap<>();
    StringBuilder text = new StringBuilder("store,item,count\n");
    for (StockKey key : KEYS) {
      if (random.nextBoolean()) {
        Row row = new Row(Instant.MIN, random.nextInt(MAX_COUNT));
        rows.put(key, List.of(row));
        text.append("%s,%s,%d\n".formatted(key.warehouse(), key.itemId(), row.units()));
      }
    }
    text.append(hasRejects ? "bad row\n" : "");
    return new Content(FileKind.COUNT, text.toString(), "", rows, Map.of(), hasRejects);
  }

  private Content thresholds(boolean hasRejects) {
    Map<AlertId, Long> thresholds = new HashMap<>();
    List<String> entries = new ArrayList<>();
    for (AlertId target : List.of(AlertId.of(anyKey()), AlertId.ofTotal(anyKey().itemId()))) {
      long units = 1L + random.nextInt(2 * MAX_CHANGE);
      thresholds.put(target, units);
      String warehouse =
          target.warehouse().map(", \"WarehouseName\": \"%s\""::formatted).orElse("");
      entries.add(
          "{\"ItemId\": \"%s\"%s, \"RestockIfBelow\": %d}"
              .formatted(target.itemId(), warehouse, units));
    }
    if (hasRejects) {
      entries.add("{}");
    }
    String text = "{\"ThresholdList\": [%s]}".formatted(String.join(", ", entries));
    return new Content(FileKind.THRESHOLDS, text, "", Map.of(), thresholds, hasRejects);
  }

  private void remember(Sent sent, String source, Optional<Sent> released) {
    if (bySource.containsKey(source)) {
      return;
    }
    boolean isCount = sent.content().kind() == FileKind.COUNT;
    List<Fact> all = new ArrayList<>();
    sent.content()
        .rows()
        .forEach(
            (key, rows) -> {
              Instant last =
                  isCount
                      ? sent.upload().uploadedAt()
                      : rows.stream().map(Row::time).max(Instant::compareTo).orElseThrow();
              String position = Position.of(last, source);
              String name = isCount ? key.itemId() : sent.content().name();
              all.add(new Fact(key, position, isCount, rows, name, Optional.empty(), released));
            });
    bySource.put(source, all);
    all.forEach(this::remember);
  }

  private void remember(Fact fact) {
    byPosition.computeIfAbsent(fact.key(), same -> new HashMap<>()).put(fact.position(), fact);
  }

  /** An event; it may repeat an earlier one, or have its id and state something else. */
  ReceivedEvent event() {
    numbers++;
    int id = Math.max(0, numbers - random.nextInt(EVENT_IDS));
    EventType type =
        switch (id % RARELY) {
          case 0 -> EventType.PRODUCT_REMOVED;
          case 1 -> EventType.PRODUCT_ADDED;
          default -> EventType.QUANTITY_CHANGED;
        };
    boolean isCount = type == EventType.PRODUCT_REMOVED;
    long change = random.nextInt(RARELY) == 0 ? random.nextInt(MAX_CHANGE) : id % MAX_CHANGE;
    StockKey key = KEYS.get(id % KEYS.size());
    Movement movement =
        Movement.of(
            new Movement.Event("event" + id, type),
            key,
            type == EventType.PRODUCT_ADDED ? "added" : "",
            isCount ? Movement.Kind.COUNT : Movement.Kind.CHANGE,
            String.valueOf(numbers),
            minute(id),
            BigInteger.valueOf(isCount ? 0 : change));
    remember(
        new Fact(
            key,
            movement.position(),
            isCount,
            List.of(new Row(movement.lastTime(), movement.total().longValue())),
            movement.itemName(),
            movement.event(),
            Optional.empty()));
    StreamRecord record =
        new StreamRecord("shard:" + numbers, key.itemId(), String.valueOf(numbers), 0, "");
    ReceivedEvent event = new ReceivedEvent(record, movement);
    events.add(event);
    return event;
  }

  private StockKey anyKey() {
    return KEYS.get(random.nextInt(KEYS.size()));
  }

  /** Many are late, and some are equal. */
  private Instant anyTime() {
    return minute(numbers + random.nextInt(SPREAD) - SPREAD / 2);
  }

  private static Instant minute(int number) {
    return FIRST.plusSeconds((long) SECONDS * number);
  }
}
