package inventory.model.table;

import inventory.model.Position;
import inventory.model.movement.PackedRows;

/** Key schema and attribute names of the single table; {@code docs/table-design.md} explains it. */
public final class Table {

  /** The table's name, unless {@code INVENTORY_TABLE} says otherwise. */
  public static final String NAME = "inventory";

  /** Partition key, a string. */
  public static final String PK = "pk";

  /** Sort key, a string. */
  public static final String SK = "sk";

  /** The one global secondary index; projects all attributes. */
  public static final String INDEX = "gsi1";

  /** The index's partition key, a string. */
  public static final String INDEX_PK = "gsi1pk";

  /** The index's sort key, a string. */
  public static final String INDEX_SK = "gsi1sk";

  /**
   * When a record that is of no use for ever is deleted, in seconds since 1970; the table's time to
   * live.
   */
  public static final String EXPIRES_AT = "expiresAt";

  private Table() {}

  /** Attributes of a level: what is in stock of one item in one warehouse. */
  public static final class Level {
    /** The item's identifier, a string. */
    public static final String ITEM_ID = "itemId";

    /** The warehouse's name, a string. */
    public static final String WAREHOUSE = "warehouse";

    /** The item's name by the latest fact, a string. */
    public static final String ITEM_NAME = "itemName";

    /** Units in stock, a whole number of up to 38 digits, possibly negative. */
    public static final String STOCK_LEVEL = "stockLevel";

    /** The {@link Position} of the latest count; absent if the item was never counted. */
    public static final String COUNTED = "counted";

    /** The {@link Position} of the latest fact of any kind. */
    public static final String LATEST = "latest";

    /**
     * The {@link Position} of the latest fact that names the item, {@link Position#NONE} if none
     * does; absent where that is the latest fact of all.
     */
    public static final String NAMED = "named";

    /**
     * The {@link Position} of the latest event that put the item on the list or took it off; absent
     * if there was none.
     */
    public static final String LISTED = "listed";

    /** How many movements were recorded: every transaction on the level raises it by one. */
    public static final String REVISION = "revision";

    /** When the level was last written, an ISO 8601 instant. */
    public static final String UPDATED_AT = "updatedAt";

    /**
     * True while the latest event of {@link #LISTED} took it off, so that it raises no alert; else
     * absent.
     */
    public static final String REMOVED = "removed";

    private Level() {}
  }

  /** Attributes of a movement: what one file, or event, says of one item in one warehouse. */
  public static final class Movement {
    /**
     * The id of the file record of the file that brought it; of a correction its source; absent of
     * an event.
     */
    public static final String FILE_ID = "fileId";

    /** The item's name as the file spells it, in its latest row; absent if an event has none. */
    public static final String ITEM_NAME = "itemName";

    /** The sum of the rows' changes in units; absent for a count. */
    public static final String CHANGE = "change";

    /** The absolute count in units; absent for a change. */
    public static final String COUNT = "count";

    /** The lowest line number, the header being line 1; absent of what came as no file. */
    public static final String FIRST_LINE = "firstLine";

    /** The highest line number; absent where there is but one row. */
    public static final String LAST_LINE = "lastLine";

    /** The number of rows; absent where there is but one. */
    public static final String ROW_COUNT = "rowCount";

    /** The earliest row's time as a {@link Position#time}; absent where there is but one row. */
    public static final String FIRST_TIME = "firstTime";

    /**
     * The rows as {@link PackedRows}; absent where there is but one row, and where the rows are too
     * many for the item, so that the original has to be read again.
     */
    public static final String ROWS = "rows";

    /**
     * Of a correction: the level that stood in the table, in units; absent where there was none.
     */
    public static final String CORRECTED_FROM = "correctedFrom";

    /** Of a correction: the level that was written; absent where the level was removed. */
    public static final String CORRECTED_TO = "correctedTo";

    /** Of an event: its id, or what stands for it; absent of every other movement. */
    public static final String EVENT_ID = "eventId";

    /** Of an event: its {@link inventory.model.EventType}; absent of every other movement. */
    public static final String EVENT_TYPE = "eventType";

    /** Why the level was corrected, for people; absent of every other movement. */
    public static final String CORRECTION = "correction";

    private Movement() {}
  }

  /**
   * Attributes of the claim on an event's id (requirement E3): whoever puts the event second
   * changes nothing.
   */
  public static final class Event {
    /** The {@link Position} of its movement. */
    public static final String POSITION = "position";

    private Event() {}
  }

  /** Attributes of a file record (requirement I7). */
  public static final class File {
    /** The record's id, see {@link inventory.model.FileId}. */
    public static final String FILE_ID = "fileId";

    /** The object's key, decoded. */
    public static final String KEY = "key";

    /**
     * The object's version id, or its notification's sequencer where the bucket has no versions.
     */
    public static final String VERSION = "version";

    /** Whether the version can be asked of S3, a boolean. */
    public static final String VERSIONED = "versioned";

    /** Bytes. */
    public static final String SIZE = "size";

    /** When it was uploaded, an ISO 8601 instant. */
    public static final String RECEIVED_AT = "receivedAt";

    /** When its last status was reached, an ISO 8601 instant; absent while it is worked on. */
    public static final String FINISHED_AT = "finishedAt";

    /** An {@link inventory.model.FileKind}. */
    public static final String KIND = "kind";

    /** An {@link inventory.model.FileStatus}. */
    public static final String STATUS = "status";

    /** How many rows changed a level or were recorded as movements. */
    public static final String ROWS_APPLIED = "rowsApplied";

    /** How many rows are in the rejects file. */
    public static final String ROWS_REJECTED = "rowsRejected";

    /** Why the file ended as it did, for people; absent where there is nothing to say. */
    public static final String REASON = "reason";

    /** The first rejects, a list of strings "where: reason"; absent where there is none. */
    public static final String FIRST_REJECTS = "firstRejects";

    /** The key of the rejects file; absent where no row was rejected. */
    public static final String REJECTS_KEY = "rejectsKey";

    /** By which version of the reading rules it is applied, a number; absent until it is. */
    public static final String RULES = "rules";

    /** The SHA-256 of the content in hexadecimal digits; absent until it was read. */
    public static final String CONTENT = "content";

    /** When operations was to be told of its end, an ISO 8601 instant; absent until then. */
    public static final String NOTICED_AT = "noticedAt";

    /** When an operator released it, an ISO 8601 instant; absent if nobody has. */
    public static final String RELEASED_AT = "releasedAt";

    /**
     * The {@link inventory.model.FileStatus} from which an operator released it last; absent if
     * nobody has.
     */
    public static final String RELEASED_FROM = "releasedFrom";

    /** The id of the validation run that checked it; absent until one has. */
    public static final String VALIDATED_IN = "validatedIn";

    private File() {}
  }

  /** Attributes of a restock threshold (requirements T1 to T4). */
  public static final class Threshold {
    /** The item's identifier, a string. */
    public static final String ITEM_ID = "itemId";

    /** The warehouse's name, a string; absent where the threshold is for all warehouses. */
    public static final String WAREHOUSE = "warehouse";

    /** Stock is low below this level, a whole number of units, 0 or more. */
    public static final String RESTOCK_IF_BELOW = "restockIfBelow";

    /** When it was set, as text that sorts as the files do that set it (requirement T4). */
    public static final String SET_AT = "setAt";

    /** The id of the file record of the file that set it. */
    public static final String FILE_ID = "fileId";

    private Threshold() {}
  }

  /** Attributes of an alert: the state of an item in a warehouse, or of its total. */
  public static final class Alert {
    /** The item's identifier, a string. */
    public static final String ITEM_ID = "itemId";

    /** The warehouse's name, a string; absent where the alert is on the item's total. */
    public static final String WAREHOUSE = "warehouse";

    /** The item's name when the state was reached, a string. */
    public static final String ITEM_NAME = "itemName";

    /** {@code OK}, {@code LOW} or {@code OUT}. */
    public static final String STATE = "state";

    /** The worst state that purchasing was told of since the last recovery; OK if of none. */
    public static final String NOTICED = "noticed";

    /** When stock was last seen to fall below the threshold, an ISO 8601 instant. */
    public static final String SINCE = "since";

    /** Units in stock when the state was reached. */
    public static final String STOCK_LEVEL = "stockLevel";

    /** The threshold when the state was reached, in units. */
    public static final String RESTOCK_IF_BELOW = "restockIfBelow";

    /** How often people were to be told of it: of a state, of a recovery, after a snooze. */
    public static final String NOTICES = "notices";

    /** How often the record was written: every write raises this by one. */
    public static final String REVISION = "revision";

    /** When a person took note of it, an ISO 8601 instant; absent where nobody has. */
    public static final String ACKNOWLEDGED_AT = "acknowledgedAt";

    /** Until when nothing is to be sent, an ISO 8601 instant; absent if not snoozed. */
    public static final String SNOOZED_UNTIL = "snoozedUntil";

    private Alert() {}
  }

  /**
   * Attributes of a notice that is still to be sent: those of the alert that it tells, {@link
   * File#FILE_ID} where it tells of a file, {@link Run#RUN_ID} where it tells of a validation run,
   * and these.
   */
  public static final class Outbox {
    /** The batch that it belongs to: what is told in one notice. */
    public static final String BATCH = "batch";

    /** What happened, for people: the key of a file, or which run ended. */
    public static final String CAUSE = "cause";

    /** Of a batch's lease: who sends it. */
    public static final String HOLDER = "holder";

    /** Of a batch's lease: when it ends by itself, as a {@link Position#time}. */
    public static final String HELD_UNTIL = "heldUntil";

    private Outbox() {}
  }

  /** Attributes of a warehouse, beside {@link Level#WAREHOUSE}. */
  public static final class Warehouse {
    /** The id of the file in which the validation met it first; absent until it has. */
    public static final String FIRST_FILE_ID = "firstFileId";

    /** The line of that file. */
    public static final String FIRST_LINE = "firstLine";

    /** The days, in UTC, on which files with its name arrived: a set of ISO 8601 dates. */
    public static final String REPORTED_ON = "reportedOn";

    private Warehouse() {}
  }

  /**
   * Attributes of a validation run (requirements V1 to V4). Those of a file that it checked, {@link
   * Keys#checkedFile}, are {@link File#FILE_ID}, {@link File#KEY}, {@link File#STATUS} and {@link
   * #TRANSACTIONS}.
   */
  public static final class Run {
    /** The run's id, a string. */
    public static final String RUN_ID = "runId";

    /** When it was started, an ISO 8601 instant. */
    public static final String STARTED_AT = "startedAt";

    /** When it ended, an ISO 8601 instant; absent while it is under way. */
    public static final String ENDED_AT = "endedAt";

    /** An {@link inventory.model.RunState}. */
    public static final String STATE = "state";

    /** Why it failed, for people; absent otherwise. */
    public static final String REASON = "reason";

    /** How often it has ended: a run that failed is gone on with. */
    public static final String ENDINGS = "endings";

    /**
     * The {@link #ENDINGS} of which operations was last to be told, in {@link Keys#RUN_NOTICE}: a
     * record of its own, as the run's is written by another service.
     */
    public static final String NOTICED_ENDING = "noticedEnding";

    /** How many files were checked. */
    public static final String FILES = "files";

    /** How many files were to be checked, an estimate until the end. */
    public static final String FILES_TOTAL = "filesTotal";

    /** How many transactions were checked. */
    public static final String TRANSACTIONS = "transactions";

    /** How many levels were held against their movements. */
    public static final String LEVELS = "levels";

    /** What it found: a map of numbers by check. */
    public static final String FINDINGS = "findings";

    /** The worst findings, the worst first: a list of maps, see {@link Finding}. */
    public static final String WORST = "worst";

    /** The key of the object that lists the findings; absent until it is there. */
    public static final String FINDINGS_KEY = "findingsKey";

    /** When it last wrote down how far it had come, an ISO 8601 instant. */
    public static final String PROGRESS_AT = "progressAt";

    /** Transactions a second, since it was last started; absent until one was checked. */
    public static final String RATE = "rate";

    /**
     * How many seconds it will take yet, an estimate; absent until there is one, and at the end.
     */
    public static final String SECONDS_LEFT = "secondsLeft";

    /** Who works on it, of the lease: a string. */
    public static final String HOLDER = "holder";

    /** When the lease ends by itself, of the lease: a {@link Position#time}. */
    public static final String HELD_UNTIL = "heldUntil";

    /** Where it goes on after a crash, as JSON; absent once it is completed. */
    public static final String CHECKPOINT = "checkpoint";

    private Run() {}
  }

  /** Attributes of a finding. */
  public static final class Finding {
    /** Which check found it, a string. */
    public static final String CHECK = "check";

    /** The key of the file; absent where it concerns none. */
    public static final String FILE = "file";

    /** The line of the file; absent where it concerns none. */
    public static final String LINE = "line";

    /** The warehouse's name; absent where it concerns none. */
    public static final String WAREHOUSE = "warehouse";

    /** The item's identifier; absent where it concerns none. */
    public static final String ITEM_ID = "itemId";

    /** What was found, for people. */
    public static final String FOUND = "found";

    /** What was expected, for people. */
    public static final String EXPECTED = "expected";

    private Finding() {}
  }

  /** Attributes of a failure: why a message was not done with when it was last received. */
  public static final class Failure {
    /** What failed, for people. */
    public static final String REASON = "reason";

    /** When it last failed, an ISO 8601 instant. */
    public static final String FAILED_AT = "failedAt";

    /** How often the message was received by then. */
    public static final String RECEIVES = "receives";

    private Failure() {}
  }
}
