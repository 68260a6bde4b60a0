package inventory.simulator;

/** A port that did not answer. Whether the call had its effect is unknown. */
final class UnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnavailableException(String call) {
    super(call + " did not answer", null, false, false);
  }
}
