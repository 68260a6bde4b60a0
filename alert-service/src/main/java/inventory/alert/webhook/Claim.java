package inventory.alert.webhook;

import inventory.alert.outbox.Heartbeat;
import inventory.alert.outbox.OutboxDispatcher;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Runs work under a claim, which is renewed for as long as the work takes.
 *
 * @param claims the stored claims
 * @param heartbeat renews them
 * @param now the clock
 * @param ids makes unique ids
 */
public record Claim(
    Claims claims, Heartbeat heartbeat, Supplier<Instant> now, Supplier<String> ids) {

  /** Work that asks before each step whether it may go on. */
  @FunctionalInterface
  interface Work {

    /**
     * Does the work.
     *
     * @param mayGoOn renews the claim; false if another process has it meanwhile
     */
    void run(BooleanSupplier mayGoOn);
  }

  /** Runs work, unless another process has the claim. */
  void run(String name, Work work) {
    String holder = ids.get();
    BooleanSupplier renewal = () -> renew(name, holder);
    if (!renewal.getAsBoolean()) {
      return;
    }
    Heartbeat.Beat beat = heartbeat.start(() -> renew(name, holder));
    try {
      work.run(renewal);
    } finally {
      beat.close();
      claims.release(name, holder);
    }
  }

  private boolean renew(String name, String holder) {
    Instant at = now.get();
    return claims.claim(name, holder, at, at.plus(OutboxDispatcher.CLAIM_DURATION));
  }
}
