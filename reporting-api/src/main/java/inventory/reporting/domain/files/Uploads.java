package inventory.reporting.domain.files;

import inventory.model.resource.Inbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Lets people drop files without credentials of AWS. The key is made here, under the day of the
 * drop, so that no drop overwrites another and none lands outside of the inbox's own folders.
 */
public final class Uploads {

  /** How long a drop may be begun: long enough for a person, too short to be of use to others. */
  public static final Duration VALID_FOR = Duration.ofMinutes(15);

  private static final int MAX_NAME_LENGTH = 80;

  private final UploadUrls urls;
  private final Supplier<String> ids;

  /**
   * What somebody may do for a while.
   *
   * @param key the key under which the file will lie
   * @param request the request that puts it there
   * @param expiresAt until when it may be begun
   */
  public record Ticket(String key, UploadUrls.Signed request, Instant expiresAt) {}

  /** What a file is, told by the end of its name. */
  public enum Kind {
    /** An inventory file, whatever parts its cells. */
    INVENTORY("text/csv"),
    /** A list of restock thresholds. */
    THRESHOLDS("application/json");

    private static final Map<String, Kind> BY_ENDING =
        Map.of("csv", INVENTORY, "tsv", INVENTORY, "txt", INVENTORY, "json", THRESHOLDS);

    private final String mediaType;

    Kind(String mediaType) {
      this.mediaType = mediaType;
    }
  }

  /**
   * Signs with these.
   *
   * @param ids gives eight hexadecimal digits, others each time
   */
  public Uploads(UploadUrls urls, Supplier<String> ids) {
    this.urls = urls;
    this.ids = ids;
  }

  /** Whether a file of this name would be taken in. */
  public static boolean isTaken(String name) {
    return Kind.BY_ENDING.containsKey(ending(name));
  }

  /**
   * Allows a file to be dropped.
   *
   * @param name the file's name, of which {@link #isTaken} says yes
   * @param size its size in bytes
   * @param now when this is asked for
   */
  public Ticket open(String name, long size, Instant now) {
    Kind kind = Kind.BY_ENDING.get(ending(name));
    String key =
        kind == Kind.THRESHOLDS
            ? Inbox.thresholds(now)
            : Inbox.transactions(now, ids.get() + "_" + safe(name));
    return new Ticket(key, urls.sign(key, kind.mediaType, size, VALID_FOR), now.plus(VALID_FOR));
  }

  /** The name without its ending, in characters that no tool has to encode. */
  private static String safe(String name) {
    String base = name.substring(0, name.lastIndexOf('.')).replaceAll("[^A-Za-z0-9._-]+", "-");
    return base.substring(0, Math.min(MAX_NAME_LENGTH, base.length()));
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
