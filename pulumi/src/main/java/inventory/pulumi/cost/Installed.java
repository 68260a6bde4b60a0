package inventory.pulumi.cost;

import java.util.List;

/** What the stack uses by being there, whatever it does; a test counts it in the program. */
public final class Installed {

  /** Keys of our own: of data, and of logs. */
  public static final int KEYS = 2;

  /** Metrics of all alarms; an alarm over an expression counts each of its metrics. */
  public static final int ALARM_METRICS = 53;

  /** Pages of metrics. */
  public static final int DASHBOARDS = 1;

  /**
   * Services of AWS that are called beside S3 and DynamoDB, each of which a private network has an
   * endpoint of.
   */
  public static final int INTERFACE_ENDPOINTS = 5;

  /** Zones that the network spans. */
  public static final int ZONES = 2;

  /** Shards of the stream. */
  public static final int SHARDS = 1;

  /** Queues that are looked at for messages of services that sleep. */
  public static final int QUEUES = 6;

  /** Hours of a month. */
  static final double HOURS = 730;

  // Whether a service that sleeps has work is looked for once a minute.
  private static final double LOOKS = 60 * HOURS;
  // A look of a second, with the memory that the smallest execution has.
  private static final double LOOK_HOURS = 1.0 / 3_600;
  private static final double LOOK_GB = 0.0625;
  // Two queries of nothing, of half a unit each.
  private static final double LOOK_READS = 1;
  // The validation of nothing: a task of half a processor for the shortest time that is charged.
  private static final double NIGHTLY_HOURS = HOURS / 24 / 60;
  private static final double NIGHTLY_PROCESSORS = 0.5;
  private static final double NIGHTLY_GB = 1;
  private static final double IMAGES_GB = 1;

  private Installed() {}

  /** All that is always there. */
  static List<Use> always() {
    return List.of(
        Use.of(Price.KMS_KEY, KEYS, KEYS + " keys: data, logs"),
        Use.of(
            Price.ALARM, ALARM_METRICS, ALARM_METRICS + " metrics: faults, and the tasks' scaling"),
        Use.of(Price.DASHBOARD, DASHBOARDS, "one"),
        Use.of(Price.IMAGES_STORED, IMAGES_GB, "the images of four services, some versions"),
        Use.of(
            Price.MACHINE_RUNS, LOOKS / 1e6, "every minute: messages, ended snoozes, old notices"),
        Use.of(Price.MACHINE_TIME, LOOKS * LOOK_HOURS * LOOK_GB, "a second for each"),
        Use.of(Price.QUEUE_CALLS, LOOKS * QUEUES / 1e6, QUEUES + " queues each time"),
        Use.of(Price.TABLE_READS, LOOKS * LOOK_READS / 1e6, "two queries of nothing each time"),
        Use.of(Price.TASK_CPU, NIGHTLY_PROCESSORS * NIGHTLY_HOURS, "the nightly validation"),
        Use.of(Price.TASK_MEMORY, NIGHTLY_GB * NIGHTLY_HOURS, "the same"));
  }

  /** What {@code inventory:events} adds. */
  static List<Use> stream() {
    return List.of(Use.of(Price.STREAM_SHARD, SHARDS * HOURS, "one shard, all month"));
  }

  /** What {@code inventory:private} adds. */
  static List<Use> privateNetwork() {
    return List.of(
        Use.of(
            Price.ENDPOINT,
            INTERFACE_ENDPOINTS * ZONES * HOURS,
            INTERFACE_ENDPOINTS + " endpoints in " + ZONES + " zones, all month"));
  }
}
