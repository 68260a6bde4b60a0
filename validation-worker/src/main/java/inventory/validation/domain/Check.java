package inventory.validation.domain;

/**
 * One thing that is checked. A check is asked on four occasions and answers on those that concern
 * it: for each transaction, for each file when its rows have been read, for each item that has a
 * level, and once at the end of the run.
 *
 * <p>After a crash an occasion may come again: a check must then report what it reported before.
 */
public interface Check {

  /** What it is called in findings and in {@code docs/validation.md}. */
  String name();

  /** How bad its findings are. */
  Severity severity();

  /** Checks one transaction. */
  default void transaction(Transaction transaction, Report report) {}

  /** Sees a transaction that was checked before a crash, for the sake of those behind it. */
  default void readPast(Transaction transaction) {}

  /** Checks a file as a whole, after its transactions. */
  default void file(FileFacts file, Report report) {}

  /** Checks an item in all warehouses, after all files. */
  default void item(ItemFacts item, Report report) {}

  /** Checks the run as a whole, at its end. */
  default void run(RunFacts run, Report report) {}
}
