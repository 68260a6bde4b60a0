package inventory.validation.domain;

/** Tells those who write to people that a run ended. */
@FunctionalInterface
public interface RunEnds {

  /** Tells it; returns when that is durable. To tell it again does no harm. */
  void tell(Run run);
}
