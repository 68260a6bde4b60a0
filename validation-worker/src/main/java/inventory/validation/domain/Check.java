package inventory.validation.domain;

import java.util.List;

/**
 * A check. It is called at five points and overrides the methods for those that concern it: for
 * each transaction, for each file after its rows were read, for each level that is compared with
 * its movements, for some levels at a time of all that there are, and once at the end of the run.
 *
 * <p>After a crash the same call may be repeated; the check must then report the same findings.
 */
public interface Check {

  /** Its name in findings and in {@code docs/validation.md}. */
  String name();

  /** The severity of its findings. */
  Severity severity();

  /** Checks one transaction. */
  default void transaction(Transaction transaction, Report report) {}

  /** Reads a transaction that was checked before a crash; later transactions may depend on it. */
  default void readPast(Transaction transaction) {}

  /** Checks a file as a whole, after its transactions. */
  default void file(FileFacts file, Report report) {}

  /** Checks a level that changed since it was proved, or is proved in full, after all files. */
  default void level(LevelFacts level, Report report) {}

  /** Checks some levels of a warehouse, changed or not, after {@link #level} of each. */
  default void levels(List<StoredLevel> levels, Report report) {}

  /** Checks the run as a whole, at its end. */
  default void run(RunFacts run, Report report) {}
}
