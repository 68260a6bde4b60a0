package inventory.reporting.domain.facts;

import inventory.reporting.domain.RefusedException;

/** An idempotency key was used before, with another body. */
public final class KeyReusedException extends RefusedException {

  private static final long serialVersionUID = 1L;

  /** With the key. */
  public KeyReusedException(String key) {
    super(
        Reason.CONFLICT,
        "The idempotency key \"%s\" belongs to an earlier request with another body. Use a new key for a new request."
            .formatted(key));
  }
}
