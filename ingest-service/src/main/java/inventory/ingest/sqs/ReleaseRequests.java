package inventory.ingest.sqs;

import inventory.model.message.ReleaseRequest;
import inventory.model.message.ReleaseRequest.Release;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;

/** Distinguishes operators' requests from S3's notifications in the same queue. */
@Singleton
final class ReleaseRequests {

  // In every request; an object's key may contain it too, so it is only a hint.
  private static final String FIELD = "\"release\"";

  private final ObjectMapper json;

  ReleaseRequests(ObjectMapper json) {
    this.json = json;
  }

  /**
   * The release that a message requests; empty if it is not a request.
   *
   * @throws IllegalArgumentException if it is not JSON, or not such a request
   */
  Optional<Release> release(String body) {
    if (!body.contains(FIELD)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(json.readValue(body, ReleaseRequest.class))
          .map(ReleaseRequest::release);
    } catch (IOException e) {
      throw new IllegalArgumentException("not a release request: " + body, e);
    }
  }
}
