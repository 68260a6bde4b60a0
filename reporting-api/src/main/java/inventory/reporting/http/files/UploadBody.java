package inventory.reporting.http.files;

import inventory.reporting.domain.files.Uploads;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;

/** The answer to {@code POST /uploads}: the request that uploads the file. */
@Serdeable
record UploadBody(
    String key, String url, String method, Map<String, String> headers, Instant expiresAt) {

  private static final String METHOD = "PUT";

  static UploadBody of(Uploads.Ticket ticket) {
    return new UploadBody(
        ticket.key(),
        ticket.request().url(),
        METHOD,
        ticket.request().headers(),
        ticket.expiresAt());
  }
}
