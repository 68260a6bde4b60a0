package inventory.model.resource;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The inbox bucket, into which warehouses drop files, and the owner of each key. */
public final class Inbox {

  /** The bucket's name, unless {@link Variables#BUCKET} says otherwise. */
  public static final String BUCKET = "inventory-inbox";

  /** The prefix of rejects files, followed by the original's key (requirement I6). */
  public static final String REJECTED_PREFIX = "rejected/";

  /** The prefix of rejected events of the stream, by the hour of their arrival. */
  public static final String REJECTED_EVENTS_PREFIX = REJECTED_PREFIX + "events/";

  /** The prefix of lists of changed items that are too long for a message. */
  public static final String CHANGES_PREFIX = "changes/";

  /** The prefix of the findings of validation runs, by the day of their start. */
  public static final String VALIDATION_PREFIX = "validation/";

  /** The prefix of transaction files (requirement I2); other files may have any key. */
  public static final String FILES_PREFIX = "inventory_files/";

  /** The prefix of restock thresholds (requirement T1). */
  public static final String THRESHOLDS_PREFIX = "restock_thresholds/";

  /** The prefix of settings. */
  public static final String SETTINGS_PREFIX = "settings/";

  /** The key of the rules about who is notified of low stock. */
  public static final String RECIPIENTS = SETTINGS_PREFIX + "recipients.json";

  private static final DateTimeFormatter DAY = utc("uuuu/MM/dd/");
  private static final DateTimeFormatter SECOND = utc("uuuuMMddHHmmss");

  // The key of a permitted upload, with the second and the id of the permission.
  private static final Pattern PERMITTED =
      Pattern.compile(
          "(?:%s|%s)\\d{4}/\\d\\d/\\d\\d/(\\d{14})_([0-9a-f]{8})_.*"
              .formatted(FILES_PREFIX, THRESHOLDS_PREFIX));

  /** The metadata of every object that the system itself wrote and that looks like an upload. */
  public static final Map<String, String> OWN = Map.of("written-by", "inventory");

  /** Prefixes that the system itself writes to. */
  private static final List<String> OWN_PREFIXES =
      List.of(REJECTED_PREFIX, CHANGES_PREFIX, VALIDATION_PREFIX);

  /**
   * All routes. Keys in S3 are case-sensitive, so an extension has a route for each mix of capital
   * and small letters. A leading slash is part of the key.
   */
  public static final List<Route> ROUTES =
      Stream.of(
              spellings("csv").map(extension -> new Route(Queues.INGEST, "", "." + extension)),
              spellings("json")
                  .flatMap(
                      extension ->
                          Stream.of(THRESHOLDS_PREFIX, "/" + THRESHOLDS_PREFIX)
                              .map(folder -> new Route(Queues.THRESHOLD, folder, "." + extension))),
              Stream.of(new Route(Queues.THRESHOLD, RECIPIENTS, ".json")))
          .flatMap(Function.identity())
          .toList();

  private Inbox() {}

  private static DateTimeFormatter utc(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  /** A word in every mix of capital and small letters. */
  private static Stream<String> spellings(String word) {
    return IntStream.range(0, 1 << word.length())
        .mapToObj(
            capitals -> {
              StringBuilder spelling = new StringBuilder(word);
              for (int i = 0; i < word.length(); i++) {
                if ((capitals >> i & 1) == 1) {
                  spelling.setCharAt(i, Character.toUpperCase(word.charAt(i)));
                }
              }
              return spelling.toString();
            });
  }

  /** The folders of a day in UTC, with a slash at the end: {@code 2021/02/15/}. */
  public static String day(Instant time) {
    return DAY.format(time);
  }

  /**
   * The key of a transaction file, in the form of requirement I2.
   *
   * @param time in UTC, to the second
   * @param name distinguishes files of the same second; {@code inventory} in requirement I2
   */
  public static String transactions(Instant time, String name) {
    return FILES_PREFIX + day(time) + SECOND.format(time) + "_" + name + ".csv";
  }

  /** The key of a day's restock thresholds, in the form of requirement T1. */
  public static String thresholds(Instant time) {
    return THRESHOLDS_PREFIX + day(time) + "restock_thresholds.json";
  }

  /**
   * The permission to upload a file by the API.
   *
   * @param second when it was given, to the second
   * @param id eight random hexadecimal digits
   */
  public record Permit(Instant second, String id) {

    /** The key of a transaction file, in the form of requirement I2. */
    public String transactions(String name) {
      return Inbox.transactions(second, id + "_" + name);
    }

    /** The key of restock thresholds, in a form of its own: it replaces no other list. */
    public String thresholds(String name) {
      return THRESHOLDS_PREFIX
          + day(second)
          + SECOND.format(second)
          + "_"
          + id
          + "_"
          + name
          + ".json";
    }
  }

  /** The permission that a key names, if it has the form of a permitted upload. */
  public static Optional<Permit> permit(String key) {
    Matcher permitted = PERMITTED.matcher(key);
    if (!permitted.matches()) {
      return Optional.empty();
    }
    try {
      Instant second = SECOND.parse(permitted.group(1), Instant::from);
      return Optional.of(new Permit(second, permitted.group(2)));
    } catch (DateTimeException e) {
      // No API makes such a key.
      return Optional.empty();
    }
  }

  /**
   * Whether a key is in a folder that only the system writes to. An object there that lacks the
   * metadata {@link #OWN} was put there by somebody else.
   */
  public static boolean isOwn(String key) {
    return OWN_PREFIXES.stream().anyMatch(key::startsWith);
  }

  /**
   * The queue that S3 notifies of certain new objects.
   *
   * @param queue the queue's name in {@link Queues}
   * @param prefix the prefix of their keys; may be empty
   * @param suffix the suffix of their keys
   */
  public record Route(String queue, String prefix, String suffix) {}
}
