package inventory.reporting.domain.items;

import inventory.reporting.domain.RefusedException;

/** A warehouse has more items than can be sorted or searched at once. */
public final class TooManyItemsException extends RefusedException {

  private static final long serialVersionUID = 1L;

  TooManyItemsException(String warehouse, int max) {
    super(
        Reason.TOO_MUCH,
        "The warehouse \""
            + warehouse
            + "\" has more than "
            + max
            + " items and cannot be sorted or searched. Omit sort, order, query and state.");
  }
}
