package inventory.validation.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the validation knows of warehouses. */
public interface Warehouses {

  /**
   * Where each warehouse was met first.
   *
   * @return by name; those that were not met yet are left out
   */
  Map<String, Sight> sights();

  /** Writes down where a warehouse was met first, unless that is known. */
  void met(String warehouse, Sight sight);

  /** Writes down that files with the names of warehouses arrived on a day, in UTC. */
  void reported(Set<String> warehouses, LocalDate day);

  /** All warehouses. */
  List<RunFacts.Warehouse> all();

  /** Forgets that warehouses reported before a day. */
  void forgetBefore(LocalDate day);

  /**
   * A place in a file.
   *
   * @param fileId the file's id
   * @param line the line, the header being line 1
   */
  record Sight(String fileId, int line) {}
}
