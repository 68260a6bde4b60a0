package inventory.pulumi.cost;

import java.util.ArrayList;
import java.util.List;

/**
 * What the system uses in a month in which warehouses drop a file of 200 rows every five minutes,
 * after a year of this.
 *
 * @param warehouses how many
 */
record Load(long warehouses) {

  /** Rows of a file, each of another item: the dearest case, as no two share a write. */
  static final int ROWS = 200;

  /**
   * Write units of 1,000 such rows, file records and claims included: measured by {@code
   * ./inventory bench} (docs/benchmark.md, 200 files of 200 rows), from the sizes of the items.
   */
  static final int WRITE_UNITS = 5_056;

  /** How many rows a second a task of one virtual processor takes in; an assumption. */
  static final int ROWS_PER_SECOND = 1_000;

  private static final double FILES_PER_HOUR = 12;
  private static final double THOUSAND = 1e3;
  private static final double MILLION = 1e6;
  private static final double GB = 1e9;
  private static final double SECONDS = Installed.HOURS * 3_600;
  private static final double MONTHS_STORED = 12;

  // Of alert-service: the level and two thresholds of each item that changed, strongly consistent.
  private static final double READS_PER_ROW_ALERT = 3;
  // Of the validation: the row's movements and its level.
  private static final double READS_PER_ROW_CHECK = 2;
  // A movement's attributes as docs/table-design.md has them, and DynamoDB's 100 bytes for each
  // item.
  private static final double MOVEMENT_BYTES = 400;
  private static final double LEVEL_BYTES = 2 * 400;
  private static final double ITEMS_OF_A_WAREHOUSE = 5_000;
  private static final double ROW_BYTES = 75;
  // Four queues: send, receive and delete on each, of which the send to the first is S3's.
  private static final double STANDARD_CALLS_PER_FILE = 9;
  private static final double FIFO_CALLS_PER_FILE = 3;
  // Put, put of the list of changes; got to take in, to check, and to tell of.
  private static final double PUTS_PER_FILE = 2;
  private static final double GETS_PER_FILE = 3;
  private static final double LOG_BYTES_PER_FILE = 1_000;
  // While a service runs, each of its consumers asks its queue every two seconds.
  private static final double CONSUMERS = 4 + 2 + 3;
  private static final double POLL_SECONDS = 2;
  // A person who looks: the page asks once a second, for two hours of 22 working days.
  private static final double PAGE_CALLS = 22 * 2 * 3_600;
  private static final double CALL_SECONDS = 0.05;
  private static final double LAMBDA_GB = 0.5;
  // The validation, a second time the size: one task, one row after the other.
  private static final double ROWS_CHECKED_PER_SECOND = 500;

  double files() {
    return warehouses * FILES_PER_HOUR * Installed.HOURS;
  }

  double rows() {
    return files() * ROWS;
  }

  /** Rows of a second, evenly spread. */
  double rowsPerSecond() {
    return rows() / SECONDS;
  }

  /** Tasks of ingest-service, one at least: a file every five minutes keeps it awake. */
  long ingestTasks() {
    return Math.max(1, (long) Math.ceil(rowsPerSecond() / ROWS_PER_SECOND));
  }

  /** Hours a day that the validation takes, one transaction after the other. */
  double checkHoursPerDay() {
    return rows() / (Installed.HOURS / 24) / ROWS_CHECKED_PER_SECOND / 3_600;
  }

  /** People who have the page open: one, and one more for every ten warehouses, at most 100. */
  double viewers() {
    return Math.min(100, 1 + warehouses / 10);
  }

  /** Everything beyond what is always there. */
  List<Use> uses() {
    List<Use> uses = new ArrayList<>();
    tables(uses);
    tasks(uses);
    objects(uses);
    queues(uses);
    api(uses);
    uses.add(
        Use.of(
            Price.LOGS_TAKEN,
            files() * LOG_BYTES_PER_FILE / GB,
            "a line or two for each file and service"));
    return uses;
  }

  private void tables(List<Use> uses) {
    double stored =
        (rows() * MONTHS_STORED * MOVEMENT_BYTES + warehouses * ITEMS_OF_A_WAREHOUSE * LEVEL_BYTES)
            / GB;
    uses.add(
        Use.of(
            Price.TABLE_WRITES,
            rows() * WRITE_UNITS / THOUSAND / MILLION,
            Use.format("%,d units for 1,000 rows", WRITE_UNITS)));
    uses.add(
        Use.of(
            Price.TABLE_READS,
            rows() * (READS_PER_ROW_ALERT + READS_PER_ROW_CHECK) / MILLION,
            "three for a row to alert, two to validate"));
    uses.add(Use.of(Price.TABLE_STORED, stored, "the movements of a year, and levels"));
    uses.add(Use.of(Price.TABLE_BACKUP, stored, "the same"));
  }

  private void tasks(List<Use> uses) {
    double checkHours =
        Math.min(Installed.HOURS, Math.max(1, checkHoursPerDay() * Installed.HOURS / 24));
    // ingest-service has a processor and 2 GB a task; the other two, and the validation, half of
    // it.
    double cpu = (ingestTasks() + 2 * 0.5) * Installed.HOURS + 0.5 * checkHours;
    double addresses = (ingestTasks() + 2) * Installed.HOURS + checkHours;
    uses.add(
        Use.of(
            Price.TASK_CPU,
            cpu,
            Use.format("%,d of ingest-service, the others half of one each", ingestTasks())));
    uses.add(Use.of(Price.TASK_MEMORY, 2 * cpu, "two for each processor"));
    uses.add(Use.of(Price.TASK_ADDRESS, addresses, "one for each task"));
  }

  private void objects(List<Use> uses) {
    uses.add(
        Use.of(Price.OBJECTS_STORED, rows() * ROW_BYTES * MONTHS_STORED / GB, "a year of files"));
    uses.add(Use.of(Price.OBJECT_PUTS, files() * PUTS_PER_FILE / THOUSAND, "two for each file"));
    uses.add(Use.of(Price.OBJECT_GETS, files() * GETS_PER_FILE / THOUSAND, "three for each file"));
  }

  private void queues(List<Use> uses) {
    double polls = (CONSUMERS + (ingestTasks() - 1) * 4) * SECONDS / POLL_SECONDS;
    uses.add(
        Use.of(
            Price.QUEUE_CALLS,
            (files() * STANDARD_CALLS_PER_FILE + polls) / MILLION,
            "nine for each file, and a poll of each consumer every two seconds"));
    uses.add(
        Use.of(Price.FIFO_CALLS, files() * FIFO_CALLS_PER_FILE / MILLION, "three for each file"));
    uses.add(
        Use.of(
            Price.KMS_REQUESTS,
            files() * STANDARD_CALLS_PER_FILE / 10 / 10_000,
            "queues and bucket reuse data keys: one call in ten"));
  }

  private void api(List<Use> uses) {
    double calls = viewers() * PAGE_CALLS / MILLION;
    String who = Use.format("%,.0f people with the page open for two hours a day", viewers());
    uses.add(Use.of(Price.API_CALLS, calls, who));
    uses.add(Use.of(Price.EDGE_CALLS, calls, "the same"));
    uses.add(Use.of(Price.EDGE_FUNCTION, calls, "the same"));
    uses.add(Use.of(Price.LAMBDA_CALLS, calls, "the same"));
    uses.add(Use.of(Price.LAMBDA_TIME, calls * CALL_SECONDS * LAMBDA_GB, "50 ms with 512 MB each"));
  }
}
