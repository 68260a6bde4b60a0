package inventory.validation.rebuild;

import inventory.model.movement.Movement;

/**
 * A set of movements, identified by their number and the sum of their fingerprints, independent of
 * their order.
 */
final class MovementSum {

  private int count;
  private long high;
  private long low;

  void add(Movement movement) {
    Fingerprint fingerprint = Fingerprint.of(movement);
    count++;
    high += fingerprint.high();
    low += fingerprint.low();
  }

  int count() {
    return count;
  }

  boolean isSameAs(MovementSum other) {
    return count == other.count && high == other.high && low == other.low;
  }
}
