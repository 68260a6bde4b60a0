package inventory.model.resource;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The inbox bucket: where warehouses drop files, and which keys are whose. */
public final class Inbox {

  /** The bucket's name, unless {@link Variables#BUCKET} says otherwise. */
  public static final String BUCKET = "inventory-inbox";

  /** Where the rows that could not be applied lie, beside the original (requirement I6). */
  public static final String REJECTED_PREFIX = "rejected/";

  /** Where the events of the stream that could not be applied lie, by the hour of their arrival. */
  public static final String REJECTED_EVENTS_PREFIX = REJECTED_PREFIX + "events/";

  /** Where lists of changed items lie that are too long for a message. */
  public static final String CHANGES_PREFIX = "changes/";

  /** Where lists lie that are too long for a notice. */
  public static final String NOTICES_PREFIX = "notices/";

  /** Where the findings of validation runs lie, by the day of their start. */
  public static final String VALIDATION_PREFIX = "validation/";

  /** Where transaction files are dropped (requirement I2); others are read from anywhere. */
  public static final String FILES_PREFIX = "inventory_files/";

  /** Where restock thresholds are dropped (requirement T1). */
  public static final String THRESHOLDS_PREFIX = "restock_thresholds/";

  private static final DateTimeFormatter DAY = utc("uuuu/MM/dd/");
  private static final DateTimeFormatter SECOND = utc("uuuuMMddHHmmss");

  /** Keys that the system itself writes; a notification about one of them is no upload. */
  private static final List<String> OWN_PREFIXES =
      List.of(REJECTED_PREFIX, CHANGES_PREFIX, NOTICES_PREFIX, VALIDATION_PREFIX);

  /** All routes; S3 tells case apart, and a leading slash is a part of the key. */
  public static final List<Route> ROUTES =
      List.of(
          new Route(Queues.INGEST, "", ".csv"),
          new Route(Queues.INGEST, "", ".CSV"),
          new Route(Queues.THRESHOLD, THRESHOLDS_PREFIX, ".json"),
          new Route(Queues.THRESHOLD, "/" + THRESHOLDS_PREFIX, ".json"));

  private Inbox() {}

  private static DateTimeFormatter utc(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  /** The folders of a day in UTC, a slash at their end: {@code 2021/02/15/}. */
  public static String day(Instant time) {
    return DAY.format(time);
  }

  /**
   * The key of a transaction file, as requirement I2 has it.
   *
   * @param time in UTC, to the second
   * @param name what tells it from others of the second; requirement I2 has {@code inventory}
   */
  public static String transactions(Instant time, String name) {
    return FILES_PREFIX + day(time) + SECOND.format(time) + "_" + name + ".csv";
  }

  /** The key of a day's restock thresholds, as requirement T1 has it. */
  public static String thresholds(Instant time) {
    return THRESHOLDS_PREFIX + day(time) + "restock_thresholds.json";
  }

  /** Whether the system itself wrote the object, so that it is not to be taken in again. */
  public static boolean isOwn(String key) {
    return OWN_PREFIXES.stream().anyMatch(key::startsWith);
  }

  /**
   * Which new objects are told to which queue.
   *
   * @param queue the queue's name in {@link Queues}
   * @param prefix what their keys begin with; may be empty
   * @param suffix what their keys end in
   */
  public record Route(String queue, String prefix, String suffix) {}
}
