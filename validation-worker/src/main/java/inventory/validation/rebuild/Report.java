package inventory.validation.rebuild;

/** Where the results go as they are found. */
public interface Report {

  /** An item that is not what its files give. */
  void difference(Difference difference);

  /** Something that could not be proved, with the reason. */
  void unproved(String what);
}
