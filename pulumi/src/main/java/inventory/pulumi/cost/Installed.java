package inventory.pulumi.cost;

import java.util.List;

/** What the stack uses by being there, whatever it does. */
final class Installed {

  /** Keys of our own: of data, and of logs. */
  static final int KEYS = 2;

  /** Metrics of all alarms; an alarm over an expression counts each of its metrics. */
  static final int ALARM_METRICS = 60;

  /** Services that AWS is called by beside S3 and DynamoDB, in a private network. */
  static final int INTERFACE_ENDPOINTS = 5;

  /** Zones that the network spans. */
  static final int ZONES = 2;

  /** Shards of the stream. */
  static final int SHARDS = 1;

  static final double HOURS = 730;

  private static final double IMAGES_GB = 1;
  private static final double DASHBOARDS = 1;

  private Installed() {}

  /** All that is always there. */
  static List<Use> always() {
    return List.of(
        Use.of(Price.KMS_KEY, KEYS, KEYS + " keys: data, logs"),
        Use.of(
            Price.ALARM, ALARM_METRICS, ALARM_METRICS + " metrics: faults, and the tasks' scaling"),
        Use.of(Price.DASHBOARD, DASHBOARDS, "one"),
        Use.of(Price.IMAGES_STORED, IMAGES_GB, "the images of four services, some versions"));
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
