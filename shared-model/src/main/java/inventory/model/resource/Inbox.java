package inventory.model.resource;

import java.util.List;

/** The inbox bucket: where warehouses drop files, and which keys are whose. */
public final class Inbox {

  /** The bucket's name, unless {@link Variables#BUCKET} says otherwise. */
  public static final String BUCKET = "inventory-inbox";

  /** Where the rows that could not be applied lie, beside the original (requirement I6). */
  public static final String REJECTED_PREFIX = "rejected/";

  /** Where lists of changed items lie that are too long for a message. */
  public static final String CHANGES_PREFIX = "changes/";

  /** Keys that the system itself writes; a notification about one of them is no upload. */
  private static final List<String> OWN_PREFIXES = List.of(REJECTED_PREFIX, CHANGES_PREFIX);

  /** The key endings whose notifications go to {@link Queues#INGEST}; S3 tells case apart. */
  public static final List<String> INGEST_SUFFIXES = List.of(".csv", ".CSV");

  private Inbox() {}

  /** Whether the system itself wrote the object, so that it is not to be taken in again. */
  public static boolean isOwn(String key) {
    return OWN_PREFIXES.stream().anyMatch(key::startsWith);
  }
}
