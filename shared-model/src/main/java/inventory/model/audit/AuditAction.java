package inventory.model.audit;

/** What can be decided. */
public enum AuditAction {
  /** An alert was acknowledged. */
  ACKNOWLEDGE,
  /** The acknowledgement of an alert was withdrawn. */
  WITHDRAW_ACKNOWLEDGEMENT,
  /** An alert was snoozed. */
  SNOOZE,
  /** The snooze of an alert was ended. */
  END_SNOOZE,
  /** A held file or a duplicate was released. */
  RELEASE,
  /** An upload was permitted; the file need not have followed. */
  UPLOAD,
  /** A threshold was set, not by a file. */
  SET_THRESHOLD,
  /** A threshold was removed, not by a file. */
  REMOVE_THRESHOLD,
  /** The rules about recipients were replaced, also by a file. */
  SET_RECIPIENTS,
  /** A webhook endpoint was added. */
  ADD_WEBHOOK,
  /** A webhook endpoint was enabled. */
  ENABLE_WEBHOOK,
  /** A webhook endpoint was disabled. */
  DISABLE_WEBHOOK,
  /** A webhook endpoint was deleted. */
  DELETE_WEBHOOK,
  /** The secret of a webhook endpoint was replaced. */
  ROTATE_WEBHOOK_SECRET,
  /** A test was sent to a webhook endpoint. */
  TEST_WEBHOOK,
  /** An event was sent to a webhook endpoint again. */
  REDRIVE_DELIVERY,
  /** The messages of a dead-letter queue were moved back. */
  REDRIVE_MESSAGES,
  /** The levels were recomputed and corrected. */
  REBUILD,
  /** A finding of the validation was accepted. */
  ACCEPT_FINDING,
  /** A finding of the validation is no longer accepted. */
  WITHDRAW_FINDING
}
