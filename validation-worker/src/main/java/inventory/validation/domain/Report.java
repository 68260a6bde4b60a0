package inventory.validation.domain;

/** Receives the findings of checks. */
@FunctionalInterface
public interface Report {

  /** Adds a finding. */
  void add(Finding finding);
}
