package inventory.reporting.domain.facts;

import inventory.model.event.FactIds;
import java.time.Instant;
import java.util.Optional;

/**
 * A request to state facts.
 *
 * @param client the subject of the access token
 * @param key the idempotency key
 * @param body the body, byte by byte
 * @param receivedAt when it was first received
 * @param sentAt when all its facts were in the queue; empty until then
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; a copy would cost memory.
public record FactRequest(
    String client, String key, byte[] body, Instant receivedAt, Optional<Instant> sentAt) {

  /** Its id, which follows from the client and the key. */
  public String id() {
    return FactIds.request(client, key);
  }
}
