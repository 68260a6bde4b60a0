package inventory.reporting.domain.files;

import inventory.model.AlertRecord.Decision;
import inventory.model.audit.AuditAction;
import inventory.model.audit.AuditEntry;
import inventory.model.resource.Inbox.Permit;
import inventory.reporting.domain.audit.AuditLog;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets users upload files without AWS credentials. It makes the key itself, below the day of the
 * upload: no upload overwrites another file, and none lands outside the inbox's folders.
 */
public final class Uploads {

  /** How long an upload may begin: long enough for a user, too short for an attacker. */
  public static final Duration VALID_FOR = Duration.ofMinutes(15);

  private static final int MAX_NAME_LENGTH = 80;

  private final UploadUrls urls;
  private final AuditLog audit;
  private final Supplier<String> ids;

  /**
   * Permission to upload a file.
   *
   * @param key the key of the object
   * @param request the request that uploads it
   * @param expiresAt when the permission ends
   */
  public record Ticket(String key, UploadUrls.Signed request, Instant expiresAt) {}

  /** The kind of a file, by the extension of its name. */
  public enum Kind {
    /** An inventory file with any delimiter. */
    INVENTORY("text/csv"),
    /** A list of restock thresholds. */
    THRESHOLDS("application/json");

    private static final Map<String, Kind> BY_EXTENSION =
        Map.of("csv", INVENTORY, "tsv", INVENTORY, "txt", INVENTORY, "json", THRESHOLDS);

    private final String mediaType;

    Kind(String mediaType) {
      this.mediaType = mediaType;
    }
  }

  /**
   * Signs after the decision is on record. The key of the object names it, so ingest-service puts
   * the person into the file's record.
   *
   * @param ids generates eight random hexadecimal digits
   */
  public Uploads(UploadUrls urls, AuditLog audit, Supplier<String> ids) {
    this.urls = urls;
    this.audit = audit;
    this.ids = ids;
  }

  /** Whether files with this name are processed. */
  public static boolean isSupported(String name) {
    return Kind.BY_EXTENSION.containsKey(extension(name));
  }

  /**
   * Permits an upload.
   *
   * @param name the file's name, which {@link #isSupported}
   * @param size its size in bytes
   */
  public Ticket open(String name, long size, Decision decision) {
    Kind kind = Kind.BY_EXTENSION.get(extension(name));
    Permit permit = new Permit(decision.at().truncatedTo(ChronoUnit.SECONDS), ids.get());
    String key =
        kind == Kind.THRESHOLDS ? permit.thresholds(safe(name)) : permit.transactions(safe(name));
    audit.record(
        new AuditEntry(
            permit.id(),
            AuditAction.UPLOAD,
            new Decision(permit.second(), decision.by(), decision.note()),
            Optional.empty(),
            Optional.empty(),
            key,
            size + " bytes: " + name));
    return new Ticket(
        key, urls.sign(key, kind.mediaType, size, VALID_FOR), decision.at().plus(VALID_FOR));
  }

  /** The name without its extension, in characters that need no encoding. */
  private static String safe(String name) {
    String base = name.substring(0, name.lastIndexOf('.')).replaceAll("[^A-Za-z0-9._-]+", "-");
    return base.substring(0, Math.min(MAX_NAME_LENGTH, base.length()));
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
