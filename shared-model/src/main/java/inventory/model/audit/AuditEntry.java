package inventory.model.audit;

import inventory.model.AlertId;
import inventory.model.AlertRecord.Decision;
import inventory.model.Hex;
import java.time.Duration;
import java.util.Optional;

/**
 * A decision on record.
 *
 * @param id distinguishes decisions of the same instant
 * @param action what was decided
 * @param decision who decided it, when and why
 * @param warehouse the warehouse that it is about; empty if it is about none, or all
 * @param itemId the item that it is about; empty if it is about none, or all
 * @param target what else it is about: the id of a file, a finding, a webhook endpoint or a
 *     delivery, the key of an upload, or the name of a queue; may be empty
 * @param detail what was decided, in words; may be empty
 */
public record AuditEntry(
    String id,
    AuditAction action,
    Decision decision,
    Optional<String> warehouse,
    Optional<String> itemId,
    String target,
    String detail) {

  /** For how long it is on record: a year and a month. */
  public static final Duration KEPT = Duration.ofDays(400);

  // 64 bits distinguish what is decided within the same microsecond.
  private static final int ID_LENGTH = 16;

  /** A decision about an item in a warehouse, or in all of them. */
  public static AuditEntry about(
      AlertId subject, AuditAction action, Decision decision, String detail) {
    return of(action, decision, subject.warehouse(), Optional.of(subject.itemId()), "", detail);
  }

  /** A decision about something else. */
  public static AuditEntry on(String target, AuditAction action, Decision decision, String detail) {
    return of(action, decision, Optional.empty(), Optional.empty(), target, detail);
  }

  /** Its id follows from the other parts, so the same decision is on record once. */
  private static AuditEntry of(
      AuditAction action,
      Decision decision,
      Optional<String> warehouse,
      Optional<String> itemId,
      String target,
      String detail) {
    String all =
        String.join(
            "\n", action.name(), warehouse.orElse(""), itemId.orElse(""), target, decision.by());
    return new AuditEntry(
        Hex.sha256(all).substring(0, ID_LENGTH),
        action,
        decision,
        warehouse,
        itemId,
        target,
        detail);
  }
}
