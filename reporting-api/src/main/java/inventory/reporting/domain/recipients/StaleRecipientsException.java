package inventory.reporting.domain.recipients;

import inventory.reporting.domain.RefusedException;

/** The rules have changed since the client read them. */
public final class StaleRecipientsException extends RefusedException {

  private static final long serialVersionUID = 1L;

  /** Refuses rules that replace others than the current ones. */
  public StaleRecipientsException() {
    super(
        Reason.CONFLICT,
        "The recipients have changed since this version. Read them, and apply the change again.");
  }
}
