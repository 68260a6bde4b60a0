package inventory.reporting.domain;

/** A warehouse has more items than can be sorted or searched at once. */
public final class TooManyItemsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TooManyItemsException(String warehouse, int most) {
    super(
        "The warehouse \""
            + warehouse
            + "\" has more than "
            + most
            + " items, too many to be sorted or searched; leave out sort, order, query and state.");
  }
}
