package inventory.reporting.access;

/** The keys of the issuer cannot be fetched, so it is unknown whether a token is valid. */
final class KeysUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  KeysUnavailableException(Exception cause) {
    super(
        "Access tokens cannot be checked now, because the identity provider does not answer. Try"
            + " again soon.",
        cause);
  }
}
