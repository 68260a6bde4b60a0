package inventory.reporting.http;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list in the form in which it is answered.
 *
 * @param entries what is listed
 * @param next where the list goes on; empty if it ends here
 */
record Portion<T, P>(List<T> entries, Optional<P> next) {}
