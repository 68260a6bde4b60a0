package inventory.alert.domain;

import java.util.Collection;
import java.util.List;

/** The facts by which stock is judged. One implementation for each scope of alerts. */
public interface Situations {

  /**
   * Reads what hints are about, strongly consistent. A hint about what has no level gives nothing.
   *
   * @param hints any number of them
   * @return the situations, each once, in no particular order
   * @throws RuntimeException if the store does not answer after a bounded number of tries
   */
  List<Situation> read(Collection<Hint> hints);
}
