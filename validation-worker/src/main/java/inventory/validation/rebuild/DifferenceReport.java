package inventory.validation.rebuild;

/** Receives the results of a rebuild as they are found. */
public interface DifferenceReport {

  /** Reports an item that does not match its files. */
  void difference(Difference difference);

  /** Reports a wrong counter, for people. */
  void counter(String what);

  /** Reports something that could not be verified, with the reason. */
  void unverified(String what);
}
