package inventory.ingest.sqs;

import inventory.model.message.ReleaseRequest;
import inventory.model.message.ReleaseRequest.Release;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;

/** Tells operators' requests from the notifications of S3 on the same queue. */
@Singleton
final class ReleaseRequests {

  // In every request; a key of an object may hold it too, so that it is only a hint.
  private static final String FIELD = "\"release\"";

  private final ObjectMapper json;

  ReleaseRequests(ObjectMapper json) {
    this.json = json;
  }

  /**
   * What a message asks to be released; empty if it asks for nothing.
   *
   * @throws IllegalArgumentException if it is no JSON, or no such request
   */
  Optional<Release> release(String body) {
    if (!body.contains(FIELD)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(json.readValue(body, ReleaseRequest.class))
          .map(ReleaseRequest::release);
    } catch (IOException e) {
      throw new IllegalArgumentException("no request of a release: " + body, e);
    }
  }
}
