package inventory.validation.domain;

import java.util.List;
import java.util.Optional;

/**
 * A check. It is called at five points and overrides the methods for those that concern it: for
 * each transaction, for each file after its rows were read, for each level that is compared with
 * its movements, for some levels at a time of all that there are, and once at the end of the run.
 *
 * <p>After a crash the same call may be repeated; the check must then report the same findings.
 */
public abstract class Check {

  private final String name;
  private final Severity severity;

  /**
   * Creates the check.
   *
   * @param name its name in findings and in {@code docs/validation.md}
   * @param severity the severity of its findings
   */
  protected Check(String name, Severity severity) {
    this.name = name;
    this.severity = severity;
  }

  /** Its name in findings and in {@code docs/validation.md}. */
  public final String name() {
    return name;
  }

  /** The severity of its findings. */
  public final Severity severity() {
    return severity;
  }

  /** Checks one transaction. */
  public void transaction(Transaction transaction, Report report) {}

  /** Reads a transaction that was checked before a crash; later transactions may depend on it. */
  public void readPast(Transaction transaction) {}

  /**
   * Checks a file as a whole, after its transactions.
   *
   * @param sums what its rows add up to; empty if none is in the levels, or none is readable
   */
  public void file(FileRecord file, Optional<FileSums> sums, Report report) {}

  /** Checks a level that changed since it was proved, or is proved in full, after all files. */
  public void level(LevelFacts level, Report report) {}

  /** Checks some levels of a warehouse, changed or not, after {@link #level} of each. */
  public void levels(List<StoredLevel> levels, Report report) {}

  /** Checks the run as a whole, at its end. */
  public void run(RunFacts run, Report report) {}
}
