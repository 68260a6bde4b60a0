package inventory.e2e;

import java.util.List;

/** The size of the tests: short for a build, long with {@code -Psoak}. */
final class Scale {

  private static final boolean SOAK = Boolean.getBoolean("soak");

  /** Files of {@link #DIRECTORY_ROWS} rows each in a directory. */
  static final int DIRECTORY_FILES = SOAK ? 500 : 12;

  static final int DIRECTORY_ROWS = SOAK ? 200 : 100;

  /** Files of changes in a load, and of counts; 50 rows each on average. */
  static final int CHANGE_FILES = SOAK ? 80 : 16;

  static final int COUNT_FILES = SOAK ? 20 : 4;

  /** Random orders in which the same files are delivered. */
  static final int ORDERS = SOAK ? 20 : 2;

  /** Items of a warehouse that is paged while files change its levels. */
  static final int LARGE_WAREHOUSE = SOAK ? 100_000 : 10_000;

  /** Events of a load. */
  static final int EVENTS = SOAK ? 20_000 : 500;

  /** How often ingest-service and the pipe are killed during a load of events. */
  static final int STREAM_KILLS = SOAK ? 5 : 1;

  /** Facts that are stated over REST, by {@link #FACT_CLIENTS} clients. */
  static final int FACTS = SOAK ? 40_000 : 10_000;

  static final int FACT_CLIENTS = 8;

  /** How often ingest-service is killed during one load. */
  static final int KILLS = SOAK ? 10 : 2;

  /** Rows of a file that each take 50 ms to check: 3 or 20 times the visibility timeout in all. */
  static final int LONG_CHECK_ROWS = SOAK ? 2_000 : 120;

  /** The large files; the default one is the smallest that does not fit into 96 MB of heap. */
  static final List<LargeFile> LARGE_FILES =
      SOAK
          ? List.of(
              new LargeFile(300_000, 30),
              new LargeFile(300_000, 100_000),
              new LargeFile(1_000_000, 4_000),
              new LargeFile(3_000_000, 4_000))
          : List.of(new LargeFile(300_000, 10));

  /** Files of one row, in addition to the large ones. */
  static final int SMALL_FILES = SOAK ? 1_000 : 10;

  private Scale() {}
}
