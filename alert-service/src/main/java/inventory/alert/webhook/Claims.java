package inventory.alert.webhook;

import java.time.Instant;

/** Claims on work that only one process may do at a time. */
public interface Claims {

  /**
   * Claims work, or extends a claim.
   *
   * @param work names the work
   * @param holder identifies the process
   * @param until when the claim ends by itself, in case the process dies
   * @return false if another process has the claim
   */
  boolean claim(String work, String holder, Instant now, Instant until);

  /** Releases a claim if it is still the holder's. */
  void release(String work, String holder);
}
