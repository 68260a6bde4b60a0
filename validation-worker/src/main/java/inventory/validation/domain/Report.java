package inventory.validation.domain;

/** Where checks say what they found. */
@FunctionalInterface
public interface Report {

  /** Takes a finding. */
  void add(Finding finding);
}
