package inventory.reporting.domain.movements;

import inventory.reporting.domain.RefusedException;

/** A request would have to read too many movements. */
final class TooManyMovementsException extends RefusedException {

  private static final long serialVersionUID = 1L;

  TooManyMovementsException() {
    super(
        Reason.TOO_MUCH,
        "More than "
            + ReadBudget.MAX_READ
            + " movements were recorded on days that are not closed yet. Ask for earlier days, or"
            + " again after the next nightly validation.");
  }
}
