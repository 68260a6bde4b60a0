package inventory.simulator;

/** What happens to one call of a port. */
enum Fate {
  /** It works. */
  WORK,
  /** It fails without an effect: the store is throttled or away. */
  REFUSE,
  /** It has its effect, but the caller gets an error in place of the answer. */
  LOSE_ANSWER,
  /** The process dies before the effect. */
  DIE_BEFORE,
  /** The process dies after the effect. */
  DIE_AFTER
}
