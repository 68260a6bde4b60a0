package inventory.validation.domain;

/**
 * A check. It is called at four points and overrides the methods for those that concern it: for
 * each transaction, for each file after its rows were read, for each item that has a level, and
 * once at the end of the run.
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

  /** Checks an item in all warehouses, after all files. */
  default void item(ItemFacts item, Report report) {}

  /** Checks the run as a whole, at its end. */
  default void run(RunFacts run, Report report) {}
}
