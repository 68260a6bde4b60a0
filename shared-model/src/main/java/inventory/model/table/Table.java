package inventory.model.table;

/** Key schema of the single table; {@code docs/table-design.md} explains it. */
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

  /** Attributes that the benchmark reads. */
  public static final class Level {
    /** Its attribute. */
    public static final String ITEM_ID = "itemId";

    /** Its attribute. */
    public static final String WAREHOUSE = "warehouse";

    /** Its attribute. */
    public static final String ITEM_NAME = "itemName";

    /** Its attribute. */
    public static final String STOCK_LEVEL = "stockLevel";

    /** Its attribute. */
    public static final String LATEST = "latest";

    /** Its attribute. */
    public static final String REVISION = "revision";

    /** Its attribute. */
    public static final String UPDATED_AT = "updatedAt";

    private Level() {}
  }

  /** Attributes that the benchmark reads. */
  public static final class Movement {
    /** Its attribute. */
    public static final String FILE_ID = "fileId";

    /** Its attribute. */
    public static final String CHANGE = "change";

    /** Its attribute. */
    public static final String COUNT = "count";

    /** Its attribute. */
    public static final String FIRST_TIME = "firstTime";

    /** Its attribute. */
    public static final String EVENT_ID = "eventId";

    private Movement() {}
  }

  /** Attributes that the benchmark reads. */
  public static final class File {
    /** Its attribute. */
    public static final String FILE_ID = "fileId";

    /** Its attribute. */
    public static final String STATUS = "status";

    private File() {}
  }

  /** Attributes that the benchmark reads. */
  public static final class Event {
    /** Its attribute. */
    public static final String POSITION = "position";

    private Event() {}
  }
}
