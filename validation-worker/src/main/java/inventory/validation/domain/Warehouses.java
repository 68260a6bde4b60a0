package inventory.validation.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the validation stores about warehouses. */
public interface Warehouses {

  /**
   * Where each warehouse was seen first.
   *
   * @return by name; warehouses not seen yet are left out
   */
  Map<String, FirstSighting> firstSightings();

  /** Records where a warehouse was seen first, unless that is already recorded. */
  void recordFirstSighting(String warehouse, FirstSighting sighting);

  /** Records that a file naming these warehouses arrived on a UTC day. */
  void recordReport(Set<String> warehouses, LocalDate day);

  /** The names of all warehouses, always in the same order. */
  List<String> names();

  /** All warehouses. */
  List<RunFacts.Warehouse> all();

  /** Deletes the records of reports before a day. */
  void deleteReportsBefore(LocalDate day);

  /**
   * A place in a file.
   *
   * @param fileId the file's id
   * @param line the line, where the header is line 1
   */
  record FirstSighting(String fileId, int line) {}
}
